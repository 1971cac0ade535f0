/** What is different about the settings in containers: which ones `.env` cannot give, and what else stands there. */

/** Given by the image or by docker-compose.yml, each with the reason. */
export const givenToContainers: Readonly<Record<string, string>> = {
  MITWIRK_HOST: 'A published port reaches only a server that listens on every address of the container.',
  MITWIRK_LOCAL_EXPOSED: 'The port is published to loopback alone, which the bot in the container cannot see.',
  PORT: 'Inside the container it is always the same; in .env, PORT is the port of the machine.',
  MITWIRK_DATA: 'Everything is kept in PostgreSQL.',
  DATABASE_URL: 'The address of the PostgreSQL that is started along.',
  DATABASE_PASSWORD: 'PostgreSQL reads the same file, so there is one.',
  REDIS_URL: 'The address of the Valkey that is started along.',
  MITWIRK_SLACK_HOST: 'As MITWIRK_HOST.',
  MITWIRK_SLACK_PORT: 'As PORT.',
  MITWIRK_MATRIX_KEYS: 'The folder lies in a volume, which outlives the container.',
};

/** A variable of `.env` that docker-compose.yml itself reads. */
export interface ComposeVariable {
  readonly name: string;
  readonly meaning: string;
  readonly value: string;
}

export const composeVariables: readonly ComposeVariable[] = [
  {
    name: 'PORT',
    meaning: 'Port of this machine, on loopback alone, for the local page and GET /healthz.',
    value: '3000',
  },
  {
    name: 'MITWIRK_SLACK_PORT',
    meaning: 'Port of this machine, on loopback alone, to which a proxy passes Slack’s requests on, for http.',
    value: '3001',
  },
  {
    name: 'DATABASE_PASSWORD_FILE',
    meaning: 'File with the password of the database. Make it before the first start: openssl rand -hex 24 gives one.',
    value: './secrets/DATABASE_PASSWORD',
  },
  {
    name: 'MATRIX_ENCRYPTION',
    meaning:
      'Builds the image with the library for encrypted rooms on Matrix, which is downloaded from github.com; true or left out.',
    value: 'true',
  },
];
