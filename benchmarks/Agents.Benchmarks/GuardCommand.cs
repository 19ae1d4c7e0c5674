using Agents.Benchmarks.WholeModel;
using static System.FormattableString;

namespace Agents.Benchmarks;

/// <summary>
/// The command guard: fails where speed was lost by far. Ratios to a reference in the same run, of the best times of some
/// rounds, against bounds so wide that a busy machine keeps them: never an absolute time.
/// </summary>
internal static class GuardCommand
{
    /// <summary>The record says 6: without its block form the kernel falls below.</summary>
    private const double LeastAgainstNaive = 1;

    /// <summary>What block forms must be worth in the whole model: the record says more than 5.</summary>
    private const double LeastAgainstScalar = 2;

    public static int Run()
    {
        Console.WriteLine("guard: ratios of best times, and memory");
        return InfluenceHolds() & WholeModelHolds() ? 0 : 1;
    }

    private static bool InfluenceHolds()
    {
        using var contest = new Influence.Contest(new Session(isQuick: true).Reference);
        contest.Run(10_000, 1, 0.2);
        var standing = contest.Run(10_000, 6, 0);
        var holds = AtMost("w1, bytes allocated per tick", standing.BytesPerTick, 0);
        return (!standing.Has(Influence.Contest.Naive)
            || AtLeast("w1, times as fast as the naive C++", standing.Of(Influence.Contest.Naive).Least / standing.Of(Influence.Contest.OneThread).Least, LeastAgainstNaive)) & holds;
    }

    private static bool WholeModelHolds()
    {
        var study = WholeModelRun.Load(10_000, 60);
        WholeModelRun.WarmUp();
        var rounds = Enumerable.Range(1, 5).Select(replication => (Scalar: WholeModelRun.Of(study, replication, usesBlockForms: false), BlockForm: WholeModelRun.Of(study, replication))).ToList();
        var ratio = rounds.Min(round => round.Scalar.NanosecondsPerAgentTick) / rounds.Min(round => round.BlockForm.NanosecondsPerAgentTick);
        return AtLeast("w7, times as fast as its rules one agent at a time", ratio, LeastAgainstScalar)
            & AtMost("w7, bytes allocated by the median tick", rounds.Min(round => round.BlockForm.BytesPerTick), 0);
    }

    private static bool AtLeast(string what, double figure, double bound) => Say(what, figure, $"at least {bound}", figure >= bound);

    private static bool AtMost(string what, double figure, double bound) => Say(what, figure, $"at most {bound}", figure <= bound);

    private static bool Say(string what, double figure, string bound, bool holds)
    {
        Console.WriteLine(Invariant($"{(holds ? "ok    " : "FAILED")} {what}: {figure:0.##}, to be {bound}"));
        return holds;
    }
}
