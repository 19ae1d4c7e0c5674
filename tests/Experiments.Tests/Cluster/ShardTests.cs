using System.Text;
using Agents;
using Experiments.Cluster;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Cluster;

/// <summary>Studies that are done share by share and put together.</summary>
public sealed class ShardTests : ResultFolder
{
    private const string Config = """
        model: village
        seed: 5
        ticks: 40
        measures: {agents: [mood]}
        scenarios: {siege: {}, relief: {interventions: [{at: 10, set: {pressure: 0.001}}]}}
        """;

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(5)]
    public void Merge_AnyNumberOfShards_GivesTheBytesOfALocalRun(int shards)
    {
        Start();
        for (var number = shards; number >= 1; number--)
            Assert.That(Do(number, shards), Has.Property("ExitCode").Zero);
        var merged = Merge();
        Assert.That(merged, Has.Property("ExitCode").Zero, merged.Message);
        Assert.That(Tables(), Is.EqualTo(LocalTables()));
        Assert.That((string?)ManifestOf()["status"], Is.EqualTo("complete"));
        Assert.That(Directory.Exists(Path.Combine(Target, "shards")), Is.False, "shards that are merged take room twice");
    }

    [Test]
    public void Merge_ShardsOfADesign_GivesTheBytesOfALocalRun()
    {
        const string Design = "design: {method: latin_hypercube, points: 3, factors: {pressure: {min: 0.01, max: 0.04}}}";
        Start(Design);
        Do(1, 2);
        Do(2, 2);
        Assert.That(Merge(), Has.Property("ExitCode").Zero);
        Assert.That(Tables(), Is.EqualTo(LocalTables(Design)));
    }

    [Test]
    public void Merge_ShardsOfABranchingStudy_GivesTheBytesOfAStudyThatDoesNotBranch()
    {
        Start("branch: {at: 10}");
        Assert.That(Do(2, 2).Message, Does.StartWith("Shard 2-of-2: 12 of 12 runs are stored."));
        Do(1, 2);
        Assert.That(Merge(), Has.Property("ExitCode").Zero);
        Assert.That(Tables(), Is.EqualTo(LocalTables()));
    }

    [Test]
    public void Merge_ShardsOfAStudyWhoseFilesAreGone_GivesTheBytesOfALocalRun()
    {
        const string Filled = "initial: {villagers: moods.csv}\nseries: {guards: guards.csv}";
        var (moods, guards) = (Path.Combine(Folder, "moods.csv"), Path.Combine(Folder, "guards.csv"));
        File.WriteAllText(moods, "mood\n0.25\n0.75\n");
        File.WriteAllText(guards, "tick,value\n0,7\n20,3\n");
        var local = LocalTables(Filled);
        Start(Filled);
        File.Delete(moods);
        File.Delete(guards);
        Do(1, 2);
        Do(2, 2);
        Assert.That(Merge(), Has.Property("ExitCode").Zero);
        Assert.That(Tables(), Is.EqualTo(local));
        Assert.That(Rows("agents").Take(2).Select(row => row["mood"]), Is.EqualTo(new[] { "0.25", "0.75" }));
    }

    [Test]
    public void Merge_StudyWithAStopRule_GoesRoundByRoundToTheBytesOfALocalRun()
    {
        const string Rule = "replications: {until: {measure: unrest, scenario: siege, half_width: 0.02}, min: 5, batch: 5, max: 60}";
        Start(Rule);
        var rounds = 0;
        for (var isOver = false; !isOver; rounds++)
        {
            var list = Path.Combine(Target, "slurm", "runs.txt");
            Assert.That(File.ReadAllText(list), Is.EqualTo(FormattableString.Invariant($"{10 * rounds + 1}-{10 * rounds + 10}\n")));
            Do(1, 2, $"{rounds}-1.0", list);
            Assert.That(Merge().Message, Does.Contain("5 of 120 runs are missing: "), "half a round is not a round");
            Do(2, 2, $"{rounds}-2.0", list);
            var merged = Merge();
            isOver = merged.ExitCode == 0;
            Assert.That(isOver || merged.Message.Contains("This round is whole; the next one has 10 runs.", StringComparison.Ordinal), Is.True, merged.Message);
            if (!isOver)
                Submitter.Resume([VillageModel.Definition], Overrides.None, new SubmitOptions { Directory = Target, ThisAbm = ["abm"], IsDryRun = true });
        }
        Assert.That(rounds, Is.InRange(2, 11));
        Assert.That(Tables(), Is.EqualTo(LocalTables(Rule)));
    }

    [Test]
    public void Merge_DeletedShard_MergesTheRestAndNamesWhatIsMissing()
    {
        Start();
        for (var number = 1; number <= 3; number++)
            Do(number, 3);
        Directory.Delete(Path.Combine(Target, "shards", "2-of-3"), recursive: true);
        var merged = Merge();
        Assert.That(merged.ExitCode, Is.EqualTo(1));
        Assert.That(merged.Message, Does.Contain("2 shards held 16 new runs.\n8 of 24 runs are missing: 2 5 8 11 14 17 20 23. abm resume"));
        Assert.That(Do(2, 3), Has.Property("Message").EqualTo("Shard 2-of-3: 8 of 8 runs are stored."));
        Assert.That(Merge(), Has.Property("ExitCode").Zero);
        Assert.That(Tables(), Is.EqualTo(LocalTables()));
    }

    [TestCase(0.5)]
    [TestCase(0.9)]
    [TestCase(0.0)]
    public void Merge_TruncatedShard_MergesTheRestAndSaysWhichIsDamaged(double kept)
    {
        Start();
        Do(1, 2);
        Do(2, 2);
        var ledger = Path.Combine(Target, "shards", "1-of-2", "ledger.db");
        using (var file = File.OpenWrite(ledger))
            file.SetLength((long)(file.Length * kept));
        var merged = Merge();
        Assert.That(merged.ExitCode, Is.EqualTo(1));
        Assert.That(merged.Message, Does.Contain(ledger).And.Match("[0-9]+ of 24 runs are missing: .*abm resume"));
        Assert.That(merged.Message.Split('\n'), Has.Length.EqualTo(3), merged.Message);
        File.Delete(ledger);
        Do(1, 2);
        Assert.That(Merge(), Has.Property("ExitCode").Zero);
        Assert.That(Tables(), Is.EqualTo(LocalTables()));
    }

    /// <summary>Where its lock is left a shard is read from a copy, which is gone by the time of the message.</summary>
    [Test]
    public void Merge_ADamagedShardOfADeadTask_NamesTheShardThatIsThere()
    {
        Start();
        Do(1, 2);
        Do(2, 2);
        var shard = Path.Combine(Target, "shards", "1-of-2");
        WithLock(shard);
        File.WriteAllText(Path.Combine(shard, "ledger.db"), new string('x', 5000));
        var merged = Merge();
        Assert.That(merged.Message, Does.Contain($"remove {Path.Combine(shard, "ledger.db")}, then its runs are made again").And.Not.Contain(".copy-"));
        File.Delete(Path.Combine(shard, "ledger.db"));
        Do(1, 2, "again");
        Assert.That(Merge(), Has.Property("ExitCode").Zero);
        Assert.That(Directory.Exists(Path.Combine(Target, "shards")), Is.False, "empty shards take room for ever");
    }

    [Test]
    public void Merge_AnEmptyShardAndTheCopyOfAMergeThatDied_AreRemoved()
    {
        Start();
        Do(1, 2);
        var shards = Path.Combine(Target, "shards");
        Directory.CreateDirectory(Path.Combine(shards, "2-of-2"));
        Directory.CreateDirectory(Path.Combine(shards, "1-of-2", ".copy-node-4711"));
        File.WriteAllText(Path.Combine(shards, "1-of-2", ".copy-node-4711", "ledger.db"), "half");
        Assert.That(Merge().Message, Does.Contain("12 of 24 runs are missing"));
        Assert.That(Directory.Exists(shards), Is.False);
    }

    /// <summary>A changed digit, and a first byte that is no way to pack rows.</summary>
    [TestCase("\n24,40,", 1, '9')]
    [TestCase("\u000024,0,", 0, '9')]
    public void Merge_DamagedRows_AreNotTaken(string place, int offset, char damage)
    {
        Start();
        Do(1, 1);
        var ledger = Path.Combine(Target, "shards", "1-of-1", "ledger.db");
        var bytes = File.ReadAllBytes(ledger);
        var at = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(place));
        Assert.That(at, Is.Positive);
        bytes[at + offset] = (byte)damage;
        File.WriteAllBytes(ledger, bytes);
        var merged = Merge();
        Assert.That(merged.Message, Does.Contain("Run 24 of ").And.Contain("is damaged: its rows are not those that its task stored.").And.Contain("1 of 24 runs are missing: 24."));
    }

    [Test]
    public void Merge_TwoShardsThatContradictEachOther_IsRefusedAndNamesTheRun()
    {
        Start();
        Do(1, 1, "sound");
        // What a machine would do that computes otherwise, though model, version and parameters are the same.
        var drifting = new ModelDefinition<VillageParameters>
        {
            Name = "village",
            Summary = "A village on another machine.",
            TickUnit = "week",
            DefaultTicks = 30,
            ResultsVersion = VillageModel.Definition.ResultsVersion,
            ModelReporters = VillageModel.Definition.ModelReporters,
            AgentReporters = VillageModel.Definition.AgentReporters,
            Outcomes = VillageModel.Definition.Outcomes,
            Events = VillageModel.Definition.Events,
            Make = (parameters, seed) => new VillageModel(new VillageParameters { Pressure = parameters.Pressure + 1e-15, Villagers = parameters.Villagers }, seed),
            Agents = parameters => parameters.Villagers + 1,
        };
        ChunkRunner.Run([drifting], new ChunkOptions { Directory = Target, Chunk = new Chunk(3, 24), Shard = "unsound" }, CancellationToken.None);
        Assert.That(Assert.Throws<ConfigException>(() => Merge())!.Message, Does.Contain("unsound: run 3 has other rows than the same run in ledger.db: two machines did not compute the same, or the model does not twice."));
    }

    [Test]
    public void Run_SecondAttempt_DoesNotDoWhatTheFirstStoredThoughItsLockIsLeft()
    {
        Start();
        var half = Path.Combine(Folder, "half.txt");
        File.WriteAllText(half, "1-12\n");
        Do(1, 2, "71-1.0", half);
        WithLock(Path.Combine(Target, "shards", "71-1.0"));
        Assert.That(Do(1, 2, "71-1.1").Message, Is.EqualTo("Shard 71-1.1: 12 of 12 runs are stored, 6 of them before."));
        Assert.That(Do(2, 2, "71-2.0").Message, Is.EqualTo("Shard 71-2.0: 12 of 12 runs are stored."));
        var merged = Merge();
        Assert.That(merged.Message, Does.StartWith("3 shards held 24 new runs."));
        Assert.That(Tables(), Is.EqualTo(LocalTables()));
        Assert.That(Directory.Exists(Path.Combine(Target, "shards")), Is.False, "the shard of the dead attempt takes room for ever");
    }

    [Test]
    public void Status_WhileShardsAreNotMerged_CountsTheirRuns()
    {
        Start();
        Do(1, 2);
        var status = StudyStatus.Of(Target).Status!;
        Assert.That((status.Done, status.Missing), Is.EqualTo((12, 12)));
        Assert.That(status.Advice, Does.Contain("abm merge"));
        // What a task says while it works.
        var shard = Directory.CreateDirectory(Path.Combine(Target, "shards", "2-of-2")).FullName;
        WithLock(shard);
        File.WriteAllText(Path.Combine(shard, ".progress.json"), $$"""{"Total":12,"Done":5,"Failed":1,"TimedOut":0,"Running":2,"Updated":"{{DateTime.UtcNow:O}}","SecondsLeft":60}""");
        status = StudyStatus.Of(Target).Status!;
        Assert.That((status.Done, status.Failed, status.Running, status.Missing), Is.EqualTo((17, 1, 2, 4)));
        Assert.That(status.Advice, Does.StartWith("Tasks write 1 of 2 shards."));
    }

    [Test]
    public void Run_WithForce_LeavesNoShardOfTheOldStudy()
    {
        Start();
        Do(1, 2);
        Run(Load("parameters: {pressure: 0.03}"), force: true);
        Assert.That(Directory.Exists(Path.Combine(Target, "shards")), Is.False);
    }

    [Test]
    public void Run_SameCommandTwice_DoesNothingTheSecondTime()
    {
        Start();
        Do(1, 2);
        Assert.That(Do(1, 2).Message, Is.EqualTo("Shard 1-of-2: 12 of 12 runs are stored, 12 of them before."));
        Merge();
        Assert.That(Do(1, 2).Message, Is.EqualTo("Shard 1-of-2: 12 of 12 runs are stored, 12 of them before."));
    }

    [Test]
    public void Run_Cancelled_StoresWhatIsOverAndGoesOn()
    {
        Start();
        var stopped = Do(1, 1, cancel: new CancellationToken(canceled: true));
        Assert.That(stopped, Is.EqualTo(new ClusterResult(1, "Shard 1-of-1: 0 of 24 runs are stored.\nStopped before the other 24: the same command goes on, and abm merge says what is missing.")));
        Assert.That(Do(1, 1), Has.Property("ExitCode").Zero);
    }

    [Test]
    public void Merge_FailedRuns_AreInTheTablesAndNotMissing()
    {
        Start("parameters: {broken_replication: 2}");
        var done = Do(1, 1);
        Assert.That(done, Is.EqualTo(new ClusterResult(1, "Shard 1-of-1: 24 of 24 runs are stored.\n2 runs failed; abm merge says which.")));
        Assert.That(Do(1, 1), Has.Property("ExitCode").Zero, "a task that is started again has nothing left to do");
        var merged = Merge();
        Assert.That(merged.ExitCode, Is.EqualTo(1));
        Assert.That(merged.Message, Does.Contain("2 of 24 runs failed").And.Not.Contain("missing"));
        Assert.That(Rows("runs").Count(row => row["status"] == "failed"), Is.EqualTo(2));
    }

    [Test]
    public void Submit_DryRun_StartsTheDirectoryAndShowsTheScripts()
    {
        var result = Start(passedOn: ["--qos", "low"], tasks: 5);
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        Assert.That(FilesOf(), Is.SupersetOf(new[] { "config.resolved.yaml", "design.csv", "manifest.json", "ledger.db", "slurm" }));
        Assert.That(File.ReadAllText(Path.Combine(Target, "slurm", "runs.txt")), Is.EqualTo("1-24\n"));
        var array = Path.Combine(Target, "slurm", "array.sh");
        Assert.That(result.Message, Does.Contain(File.ReadAllText(array)).And.Contain("#SBATCH --array=1-5\n").And.Contain($"\nsbatch --qos low {array}\nsbatch --qos low --dependency=afterany:JOB "));
    }

    [TestCase("--array=1-3", "-- --array=1-3: cannot be set: the array follows from the number of tasks")]
    [TestCase("-d", "-- -d: cannot be set: the merge waits for the array")]
    [TestCase("low", "-- low: is no option of sbatch: its options begin with a hyphen")]
    [TestCase("--comment=a\nb", "goes over more than one line")]
    public void Submit_OptionThatBreaksASubmission_IsRefused(string option, string expected) =>
        Assert.That(Assert.Throws<ConfigException>(() => Start(passedOn: [option]))!.Message, Does.Contain(expected));

    [Test]
    public void Submit_CompleteStudy_SubmitsNothing()
    {
        Run(Load(""));
        Assert.That(Start().Message, Does.StartWith("Every run is over already: nothing was submitted."));
        Assert.That((string?)ManifestOf()["status"], Is.EqualTo("complete"));
    }

    [TestCase(null, 2000, int.MaxValue, 100)]
    [TestCase(null, 21, int.MaxValue, 2)]
    [TestCase(null, 2000, 10, 10)]
    [TestCase(40, 2000, 1000, 40)]
    [TestCase(40, 3, 1000, 3)]
    [TestCase(5000, 90000, 1000, 1000)]
    public void TaskCount_FollowsTheRunsTheWishAndTheController(int? asked, int groups, int limit, int expected) =>
        Assert.That(TaskCount.Of(asked, groups, limit), Is.EqualTo(expected));

    [Test]
    public void Run_ListThatIsNone_IsRefused()
    {
        Start();
        var list = Path.Combine(Folder, "list.txt");
        File.WriteAllText(list, "1-25");
        Assert.That(Assert.Throws<ConfigException>(() => Do(1, 1, runs: list))!.Message, Does.Contain("list.txt: is no list of runs: write rising numbers from 1 to 24"));
    }

    /// <summary>The lock of a process on another machine.</summary>
    /// <summary>A task that is lost takes no more of a long run with it than the steps since its checkpoint.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void Run_StoppedWithinARun_GoesOnFromTheCheckpointInTheNextAttemptOrAfterTheMerge(bool isMerged)
    {
        Start();
        var seen = new List<int>();
        using var stop = new CancellationTokenSource();
        var watched = WatchedVillage.Of(model =>
        {
            seen.Add(model.Tick);
            if (model.Tick == 25)
                stop.Cancel();
        }) with
        { Spells = null };
        var options = new ChunkOptions { Directory = Target, Chunk = new Chunk(1, 1), Shard = "71-1.0", CheckpointEvery = TimeSpan.FromTicks(1) };
        ChunkRunner.Run([watched], options, stop.Token);
        seen.Clear();
        if (isMerged)
            Assert.That(Merge(), Has.Property("ExitCode").EqualTo(1));
        else
            WithLock(Path.Combine(Target, "shards", "71-1.0"));
        Assert.That(ChunkRunner.Run([watched], options with { Shard = "71-1.1" }, default).Message, Does.Contain("1 run went on from its last checkpoint."));
        Assert.That((seen[0], seen.Count(tick => tick == 0)), Is.EqualTo((25, 23)));
        Assert.That(Merge(), Has.Property("ExitCode").Zero);
        Assert.That(Tables(), Is.EqualTo(LocalTables()));
    }

    private static void WithLock(string shard)
    {
        File.WriteAllText(Path.Combine(shard, ".lock"), "");
        File.WriteAllBytes(Path.Combine(shard, ".lock.owner"), (LockOwner.New() with { Host = "far-away", Boot = "another", Process = 17 }).ToBytes());
    }

    private Study Load(string more)
    {
        var path = Path.Combine(Folder, "village.yaml");
        File.WriteAllText(path, $"{Config}\n{(more.Contains("replications", StringComparison.Ordinal) ? "" : "replications: 12\n")}{more}\n");
        return StudyLoader.Load(path, [VillageModel.Definition], Overrides.None);
    }

    private ClusterResult Start(string more = "", string[]? passedOn = null, int? tasks = null) => Submitter.Submit(
        Load(more), new SubmitOptions { Directory = Target, ThisAbm = ["abm"], IsDryRun = true, PassedOn = passedOn ?? [], Tasks = tasks });

    private ClusterResult Do(int number, int count, string? shard = null, string? runs = null, CancellationToken cancel = default) => ChunkRunner.Run(
        [VillageModel.Definition], new ChunkOptions { Directory = Target, Chunk = new Chunk(number, count), Shard = shard, RunsFile = runs }, cancel);

    private StudyResult Merge() => Merger.Merge([VillageModel.Definition], new SubmitOptions { Directory = Target, ThisAbm = ["abm"] }, submitsNext: false);

    private Dictionary<string, string> LocalTables(string more = "")
    {
        var local = Path.Combine(Folder, "local");
        Run(Load(more), directory: local);
        return Tables(local);
    }

    private Dictionary<string, string> Tables(string? directory = null) => Directory.EnumerateFiles(directory ?? Target, "*.csv")
        .Where(path => Path.GetFileName(path) != "timings.csv").ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
}
