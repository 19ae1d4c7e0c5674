namespace Experiments.Config;

/// <summary>The scale on which a side of a statistic is modelled.</summary>
public enum LinkFunction
{
    /// <summary>Events over a time at risk: the logarithm of the rate.</summary>
    Log,

    /// <summary>So many of so many: the logarithm of the odds.</summary>
    Logit,
}

/// <summary>A statistic, or one of the two that make a ratio, as counts of runs: what a likelihood needs of it.</summary>
/// <param name="Link">Its scale.</param>
/// <param name="Counted">What is counted, over its own time at risk, runs or periods.</param>
/// <param name="Among">Of what else it is counted, such as coup attempts of which some succeed; null for its own bottom.</param>
public sealed record CountedSide(LinkFunction Link, RunStatistic Counted, RunStatistic? Among = null)
{
    /// <summary>The sides of a statistic of which so much was observed: one, or two for a ratio; none where it is no count.</summary>
    /// <param name="statistic">The statistic.</param>
    /// <param name="observed">What was observed of it.</param>
    public static IReadOnlyList<CountedSide> Of(Statistic statistic, Observation observed) => (observed, statistic) switch
    {
        (EventsObserved, RunStatistic one) => Alone(one) is { Link: LinkFunction.Log } side ? [side] : [],
        (ShareObserved, RunStatistic one) => Alone(one) is { Link: LinkFunction.Logit } side ? [side] : [],
        (ShareObserved, PairStatistic { IsRatio: true, First: RunStatistic some, Second: RunStatistic all }) => IsPart(some, all) ? [new(LinkFunction.Logit, some, all)] : [],
        (EstimateObserved, RunStatistic one) => Alone(one) is { } side ? [side] : [],
        (EstimateObserved, PairStatistic { IsRatio: true, First: RunStatistic one, Second: RunStatistic other }) =>
            (Alone(one), Alone(other)) is ({ } first, { } second) ? [first, second] : [],
        _ => [],
    };

    /// <summary>What it is, in words that are equal for equal sides.</summary>
    public override string ToString() => Among is null ? $"{Counted}" : $"{Counted} among {Among}";

    private static CountedSide? Alone(RunStatistic statistic) => statistic.Kind switch
    {
        RunStatisticKind.Rate or RunStatisticKind.Events => new(LinkFunction.Log, statistic),
        RunStatisticKind.Share or RunStatisticKind.Periods => new(LinkFunction.Logit, statistic),
        _ => null,
    };

    /// <summary>Whether what one counts can be some of what another counts: the same kind, in the same runs.</summary>
    private static bool IsPart(RunStatistic some, RunStatistic all) =>
        some.Kind == all.Kind && some.Scenario == all.Scenario && some.Kind is RunStatisticKind.Share or RunStatisticKind.Events or RunStatisticKind.Rate;
}
