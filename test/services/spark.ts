import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { tempFolder } from '../temp.js';
import { freePort } from './free-port.js';

export interface Cluster {
  readonly master: string;
  stop(): void;
}

/** A real standalone cluster on loopback: a master, a worker, each a JVM of its own. @param home of a Spark installation. */
export async function startCluster(home: string): Promise<Cluster> {
  const [port, ui, workerUi] = [await freePort(), await freePort(), await freePort()];
  const master = `spark://127.0.0.1:${port}`;
  const work = tempFolder();
  const children: ChildProcess[] = [];
  const stop = () => {
    for (const child of children.reverse()) if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  const start = (role: string, args: readonly string[], ready: RegExp) => {
    const child = spawn(path.join(home, 'bin/spark-class'), [`org.apache.spark.deploy.${role}`, ...args], {
      env: { ...process.env, SPARK_HOME: home, SPARK_LOCAL_IP: '127.0.0.1', SPARK_WORKER_DIR: work },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    children.push(child);
    return new Promise<void>((resolve, reject) => {
      let log = '';
      child.stderr.on('data', (piece: Buffer) => {
        log = (log + piece.toString()).slice(-20_000);
        if (ready.test(log)) resolve();
      });
      child.once('exit', () => reject(new Error(`${role} ended:\n${log}`)));
    });
  };
  try {
    const host = ['--host', '127.0.0.1'];
    await start(
      'master.Master',
      [...host, '--port', `${port}`, '--webui-port', `${ui}`],
      /I have been elected/,
    );
    const worker = ['--cores', '2', '--memory', '2g', '--webui-port', `${workerUi}`, master];
    await start('worker.Worker', [...host, ...worker], /Successfully registered/);
  } catch (error) {
    stop();
    throw error;
  }
  return { master, stop };
}
