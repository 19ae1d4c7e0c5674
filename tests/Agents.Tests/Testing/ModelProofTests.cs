using System.Diagnostics;
using Agents.Random;
using Agents.Testing;

namespace Agents.Tests.Testing;

/// <summary>Each fault that a model can have is found, and named by tick, column and agent.</summary>
public sealed partial class ModelProofTests
{
    private static readonly Purpose Step = new(1000);

    [Test]
    public void Complaints_OfAModelThatKeepsTheContract_AreNone() =>
        Assert.That(Proof(Fault.None).Complaints(), Is.Empty);

    [Test]
    public void Difference_OfAModelThatAsksAClock_IsFoundInARepetition() =>
        Assert.That(Proof(Fault.Clock).DifferenceOfARepetition(), Does.Match(@"^two equal runs: after tick 1, walkers\.Position\[0\] is .* in one run and .* in the next$"));

    [Test]
    public void Difference_OfAModelThatCountsInARule_IsFoundOnThreads() =>
        Assert.That(Proof(Fault.Order).DifferenceOnThreads(), Does.StartWith("threads: after tick ").And.Contains("walkers.Position["));

    [Test]
    public void Difference_OfAModelThatForgetsAField_IsFoundAfterACheckpoint() =>
        Assert.That(Proof(Fault.Forgets).DifferenceAfterACheckpoint(), Does.StartWith("checkpoint: after tick 6, walkers.Position[0] is "));

    [Test]
    public void Difference_OfTooFewAgents_SaysThatNothingIsProved() =>
        Assert.That(new ModelProof(() => new Walk(Fault.None, 100)).DifferenceOnThreads(), Does.Contain("nothing is proved: make it larger"));

    [Test]
    public void Change_OfWhatIsConserved_IsNone_AndOfWhatIsNot_IsDated()
    {
        Assert.That(Proof(Fault.None).Change(model => ((Walk)model).Walkers.Count), Is.Null);
        Assert.That(Proof(Fault.None).Change(model => model.Tick), Is.EqualTo("after tick 1 it is 1, and was 0"));
        Assert.That(Proof(Fault.None).Change(model => model.Tick, tolerance: 3), Is.EqualTo("after tick 4 it is 4, and was 0"));
    }

    private static ModelProof Proof(Fault fault) => new(() => new Walk(fault, 20_000));

    private enum Fault
    {
        None,
        Clock,
        Order,
        Forgets,
    }

    /// <summary>Walkers whose step is drawn, and something else where there is a fault.</summary>
    private sealed class Walk : Model
    {
        private readonly Fault fault;
        private readonly int[] calls = [0];
        private double drift;

        public Walk(Fault fault, int count)
            : base(Seed.Of(1))
        {
            this.fault = fault;
            Walkers = new Walkers(this, count);
        }

        public Walkers Walkers { get; }

        protected override void Step()
        {
            drift += 1;
            // ABM027: it asks a clock, which is what the proof has to find.
#pragma warning disable ABM027
            var added = fault == Fault.Clock ? Stopwatch.GetTimestamp() : fault == Fault.Forgets ? drift : 0;
#pragma warning restore ABM027
            Run(Walkers, new Move(added, fault == Fault.Order ? calls : null));
            Commit(Walkers.Position);
        }
    }

    private readonly struct Move(double added, int[]? calls) : IRule<Walkers>
    {
        public void Step(Agent<Walkers> me)
        {
            var counted = calls is null ? 0 : Interlocked.Increment(ref calls[0]);
            me.Population.Position.Next[me.Row] = me.Population.Position[me.Row] + me.Draws(ModelProofTests.Step).Uniform() + added + counted;
        }
    }
}

/// <summary>Agents on a line.</summary>
public sealed partial class Walkers(Model model, int count) : Population(model, "walkers", count)
{
    /// <summary>Where it stands.</summary>
    public partial State<double> Position { get; }
}
