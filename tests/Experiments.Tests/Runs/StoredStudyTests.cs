using Agents;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Tests.Models;

namespace Experiments.Tests.Runs;

/// <summary>What can be asked of a stored study: its status, whether it is whole, and one run again.</summary>
public sealed class StoredStudyTests : ResultFolder
{
    private static readonly IReadOnlyList<ModelDefinition> Models = [VillageModel.Definition];

    [Test]
    public void Status_WhileAnotherWrites_TellsWhoAndHowFar()
    {
        StudyStatus? seen = null;
        // A writer says how far it is once a second, so that the look comes when it has said something.
        Run(Village("replications: 100000"), progress: progress => seen ??= progress.Done > 0 && StudyStatus.Of(Target).Status is { Done: > 0 } status ? status : null,
            cancel: new CancellationTokenSource(TimeSpan.FromSeconds(2)).Token);
        Assert.That(seen, Is.Not.Null);
        Assert.That(seen!.Writer, Does.Contain($"process {Environment.ProcessId} on {Environment.MachineName} since"));
        Assert.That(seen.Total, Is.EqualTo(200_000));
        Assert.That(seen.Done, Is.InRange(1, 199_999));
        Assert.That(seen.TimeLeft, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public void Status_OfAnInterruptedStudy_SaysHowToGoOn()
    {
        Run(Village("replications: 5"), cancel: new CancellationToken(canceled: true));
        var status = StudyStatus.Of(Target).Status!;
        Assert.That((status.Total, status.Done, status.Missing, status.Writer), Is.EqualTo((10, 0, 10, (string?)null)));
        Assert.That(status.Advice, Does.Contain($"abm resume {Target} goes on"));
    }

    [Test]
    public void Status_OfAFailedStudy_CountsWhatFailed()
    {
        Run(Village("replications: 3\nparameters: {broken_replication: 2}"));
        var status = StudyStatus.Of(Target).Status!;
        Assert.That((status.Done, status.Failed, status.Missing), Is.EqualTo((4, 2, 0)));
        Assert.That(status.Advice, Does.Contain("--retry-failed"));
    }

    [Test]
    public void Status_OfNothing_SaysSo() =>
        Assert.That(StudyStatus.Of(Path.Combine(Folder, "nowhere")).Complaint, Does.Contain("There is no directory"));

    [Test]
    public void Verify_OfAWholeResult_FindsNothing()
    {
        Run(Village("replications: 20"));
        var verification = Verification.Of(Target, Models, 5, CancellationToken.None);
        Assert.That((verification.ExitCode, verification.Runs, verification.Problems), Is.EqualTo((0, 5, Array.Empty<string>())));
    }

    [Test]
    public void Verify_OfAChangedTable_NamesItAndSaysWhatToDo()
    {
        Run(Village("replications: 20"));
        Patch("ticks.csv", bytes => bytes[^3] ^= 1);
        File.Delete(Path.Combine(Target, "events.csv"));
        File.AppendAllText(Path.Combine(Target, "analysis.R"), "# mine\n");
        var verification = Verification.Of(Target, Models, 1, CancellationToken.None);
        Assert.That(verification.ExitCode, Is.EqualTo(1));
        Assert.That(verification.Problems, Is.EquivalentTo(new[] { "ticks.csv is not what was written", "events.csv is missing" }));
        Assert.That(verification.Advice, Does.Contain($"abm resume {Target} writes the files again"));
    }

    [Test]
    public void Verify_OfChangedRowsInTheLedger_NamesTheRun()
    {
        Run(Village("replications: 1"));
        // A small study is stored as plain text.
        Patch("ledger.db", bytes => bytes[bytes.AsSpan().LastIndexOf("\n1,30,"u8) + 3] ^= 1);
        var verification = Verification.Of(Target, Models, 2, CancellationToken.None);
        Assert.That(verification.ExitCode, Is.EqualTo(1));
        Assert.That(verification.Problems, Has.One.Contains("The rows that are stored of 1 runs, the first of them run 1, are not what was written"));
    }

    [Test]
    public void Verify_WhereTheModelGivesOtherRows_NamesTheRun()
    {
        Run(Village("replications: 2"));
        var drifted = VillageModel.With(parameters => parameters.Pressure *= 1 + 1e-12);
        var verification = Verification.Of(Target, [drifted], 4, CancellationToken.None);
        Assert.That(verification.ExitCode, Is.EqualTo(1));
        Assert.That(verification.Problems, Has.Exactly(4).Contains("gives other rows than those stored"));
    }

    [Test]
    public void Verify_WhereTheModelCountsItsRuns_BlamesTheModelAndNotTheMachine()
    {
        var made = 0;
        var racy = VillageModel.With(parameters => parameters.Pressure *= 1 + 1e-9 * Interlocked.Increment(ref made));
        StudyRunner.Run(Village("replications: 2") with { Model = racy }, new RunOptions { Directory = Target, Threads = 2 }, CancellationToken.None);
        const string Blame = "this same build made them, so that some rule of the model depends on threads, on the clock or on an order that is not its own.";
        Assert.That(Verification.Of(Target, [racy], 4, CancellationToken.None).Problems, Has.Exactly(4).EndsWith($"gives other rows than those stored: {Blame}"));
        Assert.That(Replay.Compare(Target, [racy], 1, CancellationToken.None).Message, Does.EndWith($"Not the bytes that are stored: {Blame}"));
    }

    [Test]
    public void Verify_WhereAnotherBuildGivesOtherRows_NamesThatBuild()
    {
        Run(Village("replications: 2"));
        var module = typeof(Agents.Model).Module.ModuleVersionId.ToString("N");
        Patch("ledger.db", bytes => bytes[bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(module))] ^= 1);
        var drifted = VillageModel.With(parameters => parameters.Pressure *= 1 + 1e-12);
        Assert.That(Verification.Of(Target, [drifted], 4, CancellationToken.None).Problems, Has.Exactly(4).Contains("another build made them (abm "));
        StudyRunner.Resume([drifted], Overrides.None with { Replications = "3" }, new RunOptions { Directory = Target, AcceptBuild = true }, CancellationToken.None);
        Assert.That(Replay.Compare(Target, [VillageModel.Definition], 5, CancellationToken.None).Message, Does.Contain("builds that differ made the runs that are stored, side by side"));
    }

    [Test]
    public void Verify_OfABranchedPackedStudyWithAgents_CountsWhatItCompared()
    {
        var study = Village("replications: 4\nbranch: {at: 10}\nmeasures: {agents: [mood]}");
        StudyRunner.Run(study, new RunOptions { Directory = Target, Gzip = true }, CancellationToken.None);
        var verification = Verification.Of(Target, Models, 8, CancellationToken.None);
        // design, runs, ticks, events, agents, timings, the config and the data package; not the two scripts.
        Assert.That((verification.ExitCode, verification.Files, verification.Stored, verification.Done, verification.Runs), Is.EqualTo((0, 8, 8, 8, 8)));
    }

    [Test]
    public void Verify_WithoutALedger_StillChecksTheFiles()
    {
        Run(Village("replications: 2"));
        File.Delete(Path.Combine(Target, "ledger.db"));
        var verification = Verification.Of(Target, Models, 4, CancellationToken.None);
        Assert.That((verification.ExitCode, verification.Runs), Is.EqualTo((1, 0)));
        Assert.That(verification.Problems, Has.One.Contains("ledger.db is missing"));
    }

    [Test]
    public void Replay_OfADoneRun_GivesTheSameBytes()
    {
        Run(Village("replications: 3"));
        var result = Replay.Compare(Target, Models, 4, CancellationToken.None);
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Message, Does.StartWith("run 4 (relief, seed 1, replication 2): done at tick").And.Contain("The same bytes as stored"));
    }

    [Test]
    public void Replay_OfAFailedRun_SaysWhatItSaid()
    {
        Run(Village("replications: 3\nparameters: {broken_replication: 2}"));
        var result = Replay.Compare(Target, Models, 3, CancellationToken.None);
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Message, Does.Contain("failed: InvalidOperationException: the well ran dry"));
        Assert.That(Replay.Compare(Target, Models, 7, CancellationToken.None).Message, Does.Contain("the study has runs 1 to 6"));
    }

    [Test]
    public void Replay_WithAgents_WritesTheirTableAndTheSameTicks()
    {
        Run(Village("replications: 3"));
        var directory = Path.Combine(Folder, "replay");
        var result = Replay.Write(Target, Models, 4, Overrides.None with { AgentMeasures = ["all"] }, new RunOptions { Directory = directory }, CancellationToken.None);
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        Assert.That(Rows("agents", directory).Select(row => row["run_id"]).Distinct(), Is.EqualTo(new[] { "4" }));
        Assert.That(Rows("ticks", directory), Is.EqualTo(Rows("ticks").Where(row => row["run_id"] == "4")));
        Assert.That(Run(Village("replications: 3"), directory: directory).Message, Does.Contain("another study"));
    }

    [Test]
    public void Run_ThatCannotFit_IsRefusedWithTheArithmetic()
    {
        var result = Run(VillageStudy.Of(model: VillageModel.Sized(int.MaxValue, 1_000_000)));
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Message, Does.Contain("does not fit in memory: 1000000 agents x 2147483647 bytes + 8 MiB of rows = ").And.Contain("GiB a run"));
        Assert.That(Directory.Exists(Target), Is.False);
    }

    [Test]
    public void Run_OfWhichOnlyTwoFit_RunsTwoAtATime()
    {
        var bytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * 0.9 / 2.5;
        var need = MemoryNeed.Of(VillageStudy.Of(model: VillageModel.Sized((int)(bytes / 1000), 1000)), 5);
        Assert.That((need.AtOnce, need.Refusal), Is.EqualTo((2, (string?)null)));
        Assert.That(need.Note, Does.StartWith("2 runs at a time instead of 5, because more do not fit in memory: 1000 agents x"));
    }

    private Study Village(string text)
    {
        var path = Path.Combine(Folder, "village.yaml");
        File.WriteAllText(path, $"model: village\nscenarios: {{siege: {{}}, relief: {{interventions: [{{at: 10, set: {{pressure: 0.001, guards: 20}}}}]}}}}\n{text}\n");
        return StudyLoader.Load(path, Models, Overrides.None);
    }

    private void Patch(string name, Action<byte[]> change)
    {
        var path = Path.Combine(Target, name);
        var bytes = File.ReadAllBytes(path);
        change(bytes);
        File.WriteAllBytes(path, bytes);
    }
}
