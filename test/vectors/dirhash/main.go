// Command dirhash prints vectors of Go's own Hash1, which dirHash of src/gate/manifest.ts must equal:
//
//	go mod init vectors && go get golang.org/x/mod@v0.42.0 && go run . > vectors.json
package main

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/dirhash"
)

type file struct {
	Name    string `json:"name"`
	Content string `json:"content"`
}

type vector struct {
	Case    string `json:"case"`
	Files   []file `json:"files"`
	DirHash string `json:"dirHash"`
}

func main() {
	cases := []vector{
		{Case: "one file", Files: []file{{"model.bin", "weights"}}},
		{Case: "an empty file", Files: []file{{"empty", ""}}},
		{Case: "spaces in names", Files: []file{{"a b", "1"}, {" a", "2"}, {"a ", "3"}, {"a  b", "4"}}},
		{Case: "a dot sorts before a slash", Files: []file{{"sub/b.txt", "1"}, {"sub.txt", "2"}}},
		{Case: "U+1F600 sorts after U+FB01", Files: []file{{"\U0001F600", "1"}, {"\uFB01", "2"}, {"\uD7FF", "3"}}},
		{Case: "two forms of one letter", Files: []file{{"e\u0301", "1"}, {"\u00e9", "2"}}},
		{Case: "names of JavaScript's own", Files: []file{{"__proto__", "1"}, {"constructor", "2"}, {"toString", "3"}}},
		{Case: "awkward characters", Files: []file{{"a\\b", "1"}, {"a:b", "2"}, {"a\tb", "3"}, {"a\rb", "4"}, {"\"a\"", "5"}}},
		{Case: "the same content twice", Files: []file{{"x", "same"}, {"y", "same"}}},
		{Case: "many files", Files: many(300)},
	}
	for i := range cases {
		cases[i].DirHash = hash(cases[i].Files)
	}
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	if err := out.Encode(cases); err != nil {
		panic(err)
	}
}

func many(n int) []file {
	var files []file
	for i := range n {
		files = append(files, file{fmt.Sprintf("shard-%d/of-%d.bin", i%17, i), strings.Repeat("x", i%20)})
	}
	return files
}

func hash(files []file) string {
	contents := map[string]string{}
	var names []string
	for _, f := range files {
		contents[f.Name] = f.Content
		names = append(names, f.Name)
	}
	open := func(name string) (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(contents[name])), nil
	}
	h1, err := dirhash.Hash1(names, open)
	if err != nil {
		panic(err)
	}
	raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(h1, "h1:"))
	if err != nil {
		panic(err)
	}
	return hex.EncodeToString(raw)
}
