using System.Globalization;

namespace Experiments.Config;

/// <summary>
/// Says when a row of the design has replications enough: at looks after Min, Min + Batch, ... replications, and after
/// Max. All scenarios of a row stop together.
/// </summary>
/// <remarks>
/// A fixed look before Min would stop too often on a variance that is small by chance (Chow and Robbins 1965, Annals of
/// Mathematical Statistics 36: 457-462; Law 2015, Simulation Modeling and Analysis, section 9.4.1): with normal data the
/// defaults keep a 95 % interval's coverage at 0.94.
/// </remarks>
public sealed record StopRule
{
    /// <summary>Replications before the first look where a config names none.</summary>
    public const int DefaultMin = 50;

    /// <summary>Replications between two looks where a config names none.</summary>
    public const int DefaultBatch = 25;

    /// <summary>The index among the study's model measures of the measure whose mean at the end of a run is to be known; null where something else is.</summary>
    public int? Measure { get; init; }

    /// <summary>The outcomes whose share taken together is to be known; null where something else is.</summary>
    public OutcomeSet? Outcomes { get; init; }

    /// <summary>The statistic whose mean, or share, over runs is to be known, as responses have them; null where a measure or outcomes are.</summary>
    public RunStatistic? Statistic { get; init; }

    /// <summary>True where a share of runs is to be known.</summary>
    public bool IsShare => Outcomes is not null || Statistic is { Kind: RunStatisticKind.Share };

    /// <summary>The number among the study's scenarios, from 0, of the one that is looked at; null where all have to be precise.</summary>
    public int? Scenario { get; init; }

    /// <summary>Half the width of the 95 % interval that is precise enough, more than 0, in the unit of the measure or as a share.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>Replications before the first look, 2 or more.</summary>
    public int Min { get; init; } = DefaultMin;

    /// <summary>Replications between two looks, 1 or more.</summary>
    public int Batch { get; init; } = DefaultBatch;

    /// <summary>Most replications, <see cref="Min"/> or more.</summary>
    public required int Max { get; init; }

    /// <summary>The look after this one: <see cref="Min"/> after 0, and never more than <see cref="Max"/>.</summary>
    public int LookAfter(int replications) => replications < Min ? Min : (int)Math.Min(Max, Min + ((replications - Min) / Batch + 1L) * Batch);

    /// <summary>As a config writes it, braces and all.</summary>
    /// <param name="study">The study whose rule it is.</param>
    public string Text(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var what = Statistic is not null ? Statistic.ToString() : Measure is { } measure ? $"measure: {ResolvedConfig.Word(study.ModelMeasures[measure].Name)}" : $"outcome: {Outcomes}";
        var where = Scenario is { } scenario ? $", scenario: {ResolvedConfig.Word(study.Scenarios[scenario].Name)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{{until: {{{what}{where}, half_width: {HalfWidth:R}}}, min: {Min}, batch: {Batch}, max: {Max}}}");
    }
}
