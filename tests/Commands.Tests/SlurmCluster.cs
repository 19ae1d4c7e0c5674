using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Commands.Tests;

/// <summary>
/// A real Slurm for one test: a controller and nodes with a processor each, on loopback, in a folder of their own. One
/// shell starts them all and ends them all as soon as its input ends, so that nothing stays even when the test is killed.
/// </summary>
internal sealed class SlurmCluster : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder;
    private readonly Process keeper;

    private SlurmCluster(int nodes)
    {
        // A short name: the socket's path has to fit into 107 letters.
        folder = Directory.CreateTempSubdirectory("abm-slurm-").FullName;
        File.WriteAllText(Path.Combine(folder, "keeper.sh"), Keeper);
        File.WriteAllText(Config, ConfigText(nodes));
        var start = new ProcessStartInfo("bash", [Path.Combine(folder, "keeper.sh"), folder, $"{nodes}"]) { RedirectStandardInput = true };
        start.Environment.Remove("SLURM_CONF");
        keeper = Process.Start(start)!;
    }

    private string Config => Path.Combine(folder, "slurm.conf");

    /// <summary>Starts a cluster; the test is skipped where there can be none.</summary>
    public static SlurmCluster Start(int nodes)
    {
        string[] programs = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol"];
        var path = (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin").Split(':', StringSplitOptions.RemoveEmptyEntries);
        if (!OperatingSystem.IsLinux() || !programs.All(program => path.Any(one => File.Exists(Path.Combine(one, program)))))
            Assert.Ignore("skipped: Slurm is not installed");
        if (!Environment.IsPrivilegedProcess)
            Assert.Ignore("skipped: a Slurm of its own needs root");
        var cluster = new SlurmCluster(nodes);
        try
        {
            cluster.Await("all nodes are idle", () => cluster.Say("sinfo", "--noheader", "--states=idle", "--format=%D").Trim() == $"{nodes}", Patience);
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Lets a process talk to this cluster.</summary>
    public ProcessStartInfo Join(ProcessStartInfo start)
    {
        start.Environment["SLURM_CONF"] = Config;
        return start;
    }

    /// <summary>What a command of Slurm answers; what it complains about goes with it.</summary>
    public string Say(string program, params string[] arguments)
    {
        using var process = Process.Start(Join(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }))!;
        var error = process.StandardError.ReadToEndAsync();
        return process.StandardOutput.ReadToEnd() + error.Result;
    }

    /// <summary>Waits until something holds, and fails with the state of the cluster where it does not come.</summary>
    public void Await(string what, Func<bool> holds, TimeSpan patience)
    {
        for (var clock = Stopwatch.StartNew(); !holds(); Thread.Sleep(200))
        {
            if (clock.Elapsed > patience)
                Assert.Fail($"It did not come that {what}.\n{Say("sinfo")}\n{Say("squeue")}\n{Say("scontrol", "-o", "show", "job")}\n{Logs()}");
        }
    }

    /// <summary>Ends all that runs on a node at once, as a power cut would.</summary>
    public void Kill(string node)
    {
        var victims = Members().Where(process => process.Environment.Contains($"SLURMD_NODENAME={node}", StringComparison.Ordinal)).Select(process => process.Id).ToList();
        // Whatever watches over the job on that node, then the node's own daemon first of all: it must not report the end.
        var steps = victims.Select(ParentOf).Where(parent => CommandOf(parent).StartsWith("slurmstepd", StringComparison.Ordinal));
        var daemon = int.Parse(File.ReadAllText(Path.Combine(folder, $"slurmd.{node}.pid")), CultureInfo.InvariantCulture);
        foreach (var victim in new[] { daemon }.Concat(steps.Distinct().ToList()).Concat(victims))
            KillProcess(victim);
    }

    public void Dispose()
    {
        keeper.StandardInput.Close();
        if (!keeper.WaitForExit(Patience))
            keeper.Kill();
        keeper.Dispose();
        Assert.That(Members(), Is.Empty, "processes of the cluster outlive it");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>All processes that know this cluster: daemons, and the jobs themselves.</summary>
    private List<(int Id, string Environment)> Members()
    {
        var members = new List<(int, string)>();
        foreach (var path in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == Environment.ProcessId)
                continue;
            var environment = Read(Path.Combine(path, "environ")) + "\0";
            if (environment.Contains($"SLURM_CONF={Config}\0", StringComparison.Ordinal))
                members.Add((id, environment));
        }
        return members;
    }

    private string Logs() => string.Join('\n', Directory.EnumerateFiles(Path.Combine(folder, "log")).Select(file => $"{file}:\n{File.ReadAllText(file)}"));

    private static int ParentOf(int process)
    {
        // After the name, which may hold anything and stands in brackets: state, parent.
        var status = Read($"/proc/{process}/stat");
        var fields = status[(status.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 ? int.Parse(fields[1], CultureInfo.InvariantCulture) : 0;
    }

    private static string CommandOf(int process) => Read($"/proc/{process}/comm");

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void KillProcess(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // Gone with its parent already.
        }
    }

    private string ConfigText(int nodes)
    {
        var ports = FreePorts(nodes + 1);
        var host = Environment.MachineName.Split('.')[0];
        var lines = Enumerable.Range(1, nodes).Select(node => string.Create(CultureInfo.InvariantCulture,
            $"NodeName=n{node} NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[node]} CPUs=1 Boards=1 SocketsPerBoard=1 CoresPerSocket=1 ThreadsPerCore=1 RealMemory=1000 State=UNKNOWN"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=tests
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={ports[0]}
            SlurmUser=root
            SlurmdUser=root
            AuthType=auth/munge
            AuthInfo=socket={folder}/munge.sock,cred_expire=6
            CryptoType=crypto/munge
            CredType=cred/munge
            StateSaveLocation={folder}/state
            SlurmdSpoolDir={folder}/spool/%n
            SlurmctldPidFile={folder}/slurmctld.pid
            SlurmdPidFile={folder}/slurmd.%n.pid
            SlurmctldLogFile={folder}/log/slurmctld.log
            SlurmdLogFile={folder}/log/slurmd.%n.log
            ProctrackType=proctrack/pgid
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            SchedulerType=sched/backfill
            SchedulerParameters=batch_sched_delay=1,sched_interval=5,bf_interval=5
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            MpiDefault=none
            CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
            ReturnToService=2
            SlurmctldTimeout=30
            SlurmdTimeout=10
            InactiveLimit=0
            KillWait=5
            MinJobAge=300
            JobRequeue=1
            MaxArraySize=11
            SlurmdParameters=config_overrides
            PartitionName=debug Nodes=ALL Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
            {string.Join('\n', lines)}

            """);
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    /// <summary>Starts the daemons, waits for the end of its input, and ends whatever knows the cluster's config.</summary>
    private const string Keeper = """
        folder=$1; nodes=$2
        PATH=$PATH:/usr/sbin
        umask 022
        mkdir -p "$folder"/{state,log,spool} && chmod 755 "$folder"
        mkdir -m 700 "$folder/munge"
        dd if=/dev/urandom of="$folder/munge/key" bs=1024 count=1 status=none
        chmod 400 "$folder/munge/key"
        export SLURM_CONF=$folder/slurm.conf
        munged --force --num-threads=2 --key-file="$folder/munge/key" --socket="$folder/munge.sock" --pid-file="$folder/munge/pid" \
          --log-file="$folder/munge/log" --seed-file="$folder/munge/seed"
        slurmctld
        for node in $(seq "$nodes"); do
          mkdir -p "$folder/spool/n$node"
          slurmd -N "n$node"
        done
        cat >/dev/null
        members() { grep -lsz "^SLURM_CONF=$folder/slurm.conf\$" /proc/[0-9]*/environ | cut -d/ -f3; }
        for round in 1 2 3 4 5; do
          for process in $(members); do
            test "$process" = $$ || kill -9 "$process" 2>/dev/null
          done
          sleep 0.2
        done
        """;
}
