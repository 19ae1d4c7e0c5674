using System.Collections.Concurrent;
using System.Security.Cryptography;
using Agents;
using Agents.Data;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;
using Experiments.Tests.Models;

namespace Experiments.Tests.Runs;

/// <summary>A run that is stopped goes on from its last checkpoint to the bytes of one that nothing stopped.</summary>
public sealed class CheckpointedRunsTests : ResultFolder
{
    private static readonly string[] Tables = ["design.csv", "runs.csv", "ticks.csv", "events.csv", "agents.csv", "spells.csv"];

    /// <summary>So short that there is a checkpoint before every step but the first.</summary>
    private static readonly TimeSpan EveryStep = TimeSpan.FromTicks(1);

    private readonly ConcurrentQueue<int> seen = [];
    private Action<Model> meanwhile = _ => { };

    private string Whole => Path.Combine(Folder, "whole");

    private ModelDefinition Watched => WatchedVillage.Of(model =>
    {
        seen.Enqueue(model.Tick);
        meanwhile(model);
    });

    [TestCase(1, 1)]
    [TestCase(1, 2)]
    [TestCase(2, 1)]
    public void Resume_OfARunWithEventsAgentsSpellsAndInterventions_GoesOnFromItsCheckpoint(int threads, int threadsLater)
    {
        var ramp = VillageStudy.Between(5, 25, ("pressure", 0.1));
        var study = VillageStudy.Of(replications: 4, agents: true, model: Watched, scenarios: [("siege", [ramp]), ("relief", [ramp, VillageStudy.At(14, ("guards", 20))])]);
        Stop(study, at: 15, threads: threads);
        var result = Go(study, threads: threadsLater);
        Assert.That(result.Message, Does.Match("[12] runs? went on from (its|their) last checkpoint"));
        if (threads == 1 && threadsLater == 1)
            Assert.That((seen.First(), seen.Count(tick => tick == 0)), Is.EqualTo((15, 7)), "a step was repeated");
        AssertSameAsWhole(study);
    }

    [Test]
    public void Resume_WithAnInterval_RepeatsNoMoreStepsThanThatTakes()
    {
        const int Milliseconds = 2, Interval = 60, At = 300;
        var study = Calm(ticks: 330);
        Stop(study, At, TimeSpan.FromMilliseconds(Interval), _ => Thread.Sleep(Milliseconds));
        Go(study);
        Assert.That(At - seen.First(), Is.LessThanOrEqualTo(Interval / Milliseconds + 1));
        AssertSameAsWhole(study);
    }

    [Test]
    public void Resume_OfARunThatTookLessThanTheInterval_BeginsIt()
    {
        var study = Calm(ticks: 30);
        Stop(study, at: 15, TimeSpan.FromHours(1));
        using (var ledger = Ledger.Read(Target, study))
            Assert.That(ledger.HasCheckpoints, Is.False);
        Assert.That(Go(study).Message, Does.Not.Contain("checkpoint"));
        Assert.That(seen.First(), Is.Zero);
    }

    [Test]
    public void Resume_OfARunWithMoreRowsThanMemoryHolds_HasThemAll()
    {
        var study = Calm(ticks: 27_000, agents: true);
        StopSoonAfterACheckpoint(study, at: 26_000);
        using (var ledger = Ledger.Read(Target, study))
        {
            var parts = 0;
            ledger.ReadCheckpoint(1, "agents", _ => parts++);
            Assert.That(parts, Is.GreaterThan(2), "too few rows for a temporary file");
        }
        Go(study, every: TimeSpan.FromMilliseconds(50));
        Assert.That(seen.First(), Is.InRange(25_999, 26_000));
        AssertSameAsWhole(study);
        Assert.That(FilesOf(), Has.None.Contains("spill"));
    }

    [Test]
    public void Resume_StoppedAgainAndAgain_EndsWithTheSameBytes()
    {
        var study = Calm(ticks: 30, agents: true);
        for (var at = 3; at < 30; at += 5)
            Stop(study, at);
        Go(study);
        Assert.That(seen.First(), Is.EqualTo(28));
        AssertSameAsWhole(study);
        using var ledger = Ledger.Read(Target, study);
        Assert.That(ledger.HasCheckpoints, Is.False, "what is over needs none");
    }

    [Test]
    public void Run_WithCheckpointsOfALargeState_GivesTheirRoomBack()
    {
        var small = Calm(ticks: 5);
        var values = small.Scenarios[0].Values.ToArray();
        values[VillageStudy.Catalogue.Find("villagers")!.Index] = 60_000;
        var study = small with { Scenarios = [small.Scenarios[0] with { Values = values }] };
        var ledger = new FileInfo(Path.Combine(Target, "ledger.db"));
        Stop(study, at: 4);
        Assert.That(ledger.Length, Is.GreaterThan(1_000_000), "the state is too small to show");
        Go(study);
        ledger.Refresh();
        Assert.That(ledger.Length, Is.LessThan(200_000));
        AssertSameAsWhole(study);
    }

    [TestCase("damaged", "was damaged")]
    [TestCase("build", "was made by another build")]
    [TestCase("key", "was made with other parameters")]
    [TestCase("model", "cannot be used")]
    [TestCase("rows", "was damaged")]
    public void Resume_FromACheckpointOfNoUse_BeginsTheRunAgainAndSaysSo(string what, string expected)
    {
        var isLong = what == "rows";
        var study = isLong ? Calm(ticks: 9_000, agents: true) : Calm(ticks: 30);
        if (isLong)
            StopSoonAfterACheckpoint(study, at: study.Ticks - 5);
        else
            Stop(study, at: study.Ticks - 5);
        Change(study, what);
        var result = Go(study, every: isLong ? TimeSpan.FromHours(1) : EveryStep);
        Assert.That(result.Message, Does.Contain("Run 1 began again: its checkpoint " + expected).And.Not.Contain("went on"));
        Assert.That(seen.First(), Is.Zero);
        AssertSameAsWhole(study);
    }

    [Test]
    public void Resume_WithATimeLimit_CountsTheTimeBeforeTheStop()
    {
        var study = Calm(ticks: 30);
        Stop(study, at: 20, EveryStep, _ => Thread.Sleep(20));
        meanwhile = _ => { };
        var result = Go(study, limit: TimeSpan.FromMilliseconds(300), exitCode: 1);
        Assert.That(result.Message, Does.Contain("1 of 1 runs failed").Or.Contain("timed out"));
        Assert.That(Rows("runs").Single()["status"], Is.EqualTo("timed_out"));
        Go(study);
        Assert.That(seen.First(), Is.Zero, "a run that was given up begins again");
        AssertSameAsWhole(study);
    }

    [Test]
    public void Resume_StoppedAfterTheBranch_GoesOnFromTheRunsOwnCheckpoint()
    {
        var study = VillageStudy.Of(replications: 2, agents: true, model: Watched) with { BranchAt = 10 };
        var times = 0;
        Stop(study, at: 15, EveryStep, counts: () => ++times == 2);
        Go(study);
        Assert.That(seen.First(), Is.EqualTo(15), "the steps in common were carried out again for a run that has them behind it");
        AssertSameAsWhole(study with { BranchAt = null });
    }

    [Test]
    public void Run_OfAModelThatCannotBeKept_SaysSoOnceAndGoesOn()
    {
        var study = VillageStudy.Of(replications: 3, model: Stubborn.Definition);
        var notes = new List<string>();
        Assert.That(Go(study, note: notes.Add).ExitCode, Is.Zero);
        Assert.That(notes, Is.EqualTo(new[] { "the state of the model stubborn cannot be kept (it holds an open file): there are no checkpoints, and runs that are stopped begin again." }));
    }

    [SetUp]
    public void Forget()
    {
        seen.Clear();
        meanwhile = _ => { };
    }

    private Study Calm(int ticks, bool agents = false) =>
        VillageStudy.Of(replications: 1, ticks: ticks, agents: agents, model: Watched, scenarios: [("calm", [VillageStudy.At(0, ("pressure", 0.00001))])]);

    /// <summary>Runs the study until a run comes to a row, and forgets what was seen.</summary>
    private void Stop(Study study, int at, TimeSpan? every = null, Action<Model>? each = null, Func<bool>? counts = null, int threads = 1)
    {
        using var stop = new CancellationTokenSource();
        meanwhile = model =>
        {
            each?.Invoke(model);
            if (model.Tick == at && (counts is null || counts()))
                stop.Cancel();
        };
        var options = new RunOptions { Directory = Target, Threads = threads, CheckpointEvery = every ?? EveryStep };
        Assert.That(StudyRunner.Run(study, options, stop.Token).IsInterrupted, Is.True);
        seen.Clear();
        meanwhile = _ => { };
    }

    /// <summary>However fast the machine is, the last checkpoint is of two steps before.</summary>
    private void StopSoonAfterACheckpoint(Study study, int at) => Stop(study, at, TimeSpan.FromMilliseconds(100), model =>
    {
        if (model.Tick == at - 2)
            Thread.Sleep(200);
    });

    private StudyResult Go(Study study, int threads = 1, TimeSpan? every = null, TimeSpan? limit = null, Action<string>? note = null, int exitCode = 0)
    {
        seen.Clear();
        var result = StudyRunner.Run(
            study, new RunOptions { Directory = Target, Threads = threads, CheckpointEvery = every ?? EveryStep, RunTimeLimit = limit, Note = note }, CancellationToken.None);
        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Message);
        return result;
    }

    private void AssertSameAsWhole(Study study)
    {
        Run(study, directory: Whole);
        foreach (var name in Tables.Where(name => File.Exists(Path.Combine(Whole, name))))
            Assert.That(File.ReadAllBytes(Path.Combine(Target, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Whole, name))), Is.True, name);
    }

    /// <summary>Makes a checkpoint into what it should not be, sealed unless the damage is to be found by the seal.</summary>
    private void Change(Study study, string what)
    {
        using var ledger = Ledger.Open(Target, study, acceptBuild: true);
        var (state, contents) = (new MemoryStream(), new List<(string, int, byte[])>());
        ledger.ReadCheckpoint(1, Ledger.State, block => state.Write(block));
        var bytes = state.ToArray();
        bytes[what switch
        {
            "build" => 5,
            "key" => bytes.AsSpan().IndexOf(new RunKeys(study).Of(1)),
            _ => bytes.AsSpan().IndexOf("AGENTSCP"u8) + 100,
        }] ^= (byte)(what == "rows" ? 0 : 1);
        contents.Add((Ledger.State, 0, bytes));
        contents.Add((Ledger.Seal, 0, SHA256.HashData(what == "damaged" ? [] : bytes)));
        if (what == "rows")
        {
            ledger.ReadCheckpoint(1, "agents", part => contents.Add(("agents", 0, part)));
            Assert.That(contents, Has.Count.EqualTo(3), "one complete part");
            contents[^1].Item3[20] ^= 1;
        }
        ledger.Drop(1);
        ledger.Keep(1, 3, contents);
        ledger.Commit();
    }

    private sealed class Stubborn(Seed seed) : Model(seed)
    {
        public static ModelDefinition Definition { get; } = new ModelDefinition<VillageParameters>
        {
            Name = "stubborn",
            Summary = "A model that nobody can keep.",
            TickUnit = "week",
            DefaultTicks = 30,
            ResultsVersion = 1,
            ModelReporters = [ModelReporter.Integer<Stubborn>("week", "The week.", "week", model => model.Tick)],
            Make = (_, seed) => new Stubborn(seed),
            Agents = _ => 1,
        };

        protected override void Persist(Checkpoint state) => throw new NotSupportedException("it holds an open file");

        protected override void Step()
        {
        }
    }
}
