/**
 * The settings of the embedded server. Loopback only and never a socket: a port needs no short path and no shared user
 * name, and a password guards it (SCRAM, from initdb).
 */
export function serverSettings(port: number): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 60,
    shared_buffers: '128MB',
    // The distinct persons of 40,000 answers took the way over the disk at 4 MB.
    work_mem: '16MB',
    // A disk without moving parts, or memory: at the default of 4 a month of a million answers was found by reading all.
    random_page_cost: 1.1,
    // At 4 GB the folder of 1.7 GB of data grew to 3.3 GB.
    max_wal_size: '512MB',
    min_wal_size: '80MB',
    // A key into a table that was empty a moment ago is checked by reading all of it until the next analysis.
    autovacuum_naptime: '5s',
    // A replication slot that nobody reads may not fill the disk.
    max_slot_wal_keep_size: '1GB',
    // A message may hold a name or an address in its detail; the log may not.
    log_error_verbosity: 'terse',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
