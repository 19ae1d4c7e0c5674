using Agents.Data;

namespace Experiments.Config;

/// <summary>
/// A number that runs answer a study with: a statistic under a name, computed in each scenario. A study has those that
/// its config names, its model's outcomes, and the measures at the end of runs.
/// </summary>
/// <param name="Name">Its name: as in the config, an outcome's code or group, or a column of runs.csv.</param>
/// <param name="Kind"><see cref="Declared"/>, <see cref="Outcome"/> or <see cref="Measure"/>.</param>
/// <param name="Unit">Its unit, or empty.</param>
/// <param name="Statistic">What is computed; its scenario means nothing.</param>
public sealed record Response(string Name, string Kind, string Unit, Statistic Statistic)
{
    /// <summary>The kind of one that the config names.</summary>
    public const string Declared = "response";

    /// <summary>The kind of an end measure.</summary>
    public const string Measure = "measure";

    /// <summary>The kind of an outcome, or of several together, whose mean is a share of runs.</summary>
    public const string Outcome = "outcome";

    /// <summary>Stands before the name of a measure that is read at the end of a run.</summary>
    public const string EndPrefix = "end_";

    /// <summary>The outcome that stands for every one of a run that is not censored: something ended the run before its horizon.</summary>
    public const string AnyBeforeHorizon = "any before horizon";

    /// <summary>True where it is a share of runs or of periods, from 0 to 1.</summary>
    public bool IsShare => Statistic is RunStatistic { Kind: RunStatisticKind.Share or RunStatisticKind.Periods };

    /// <summary>Every response of a study: those of its config, the outcomes together and each by itself, the end measures.</summary>
    public static IReadOnlyList<Response> Of(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return [.. study.Responses, .. Outcomes(study), .. study.ModelMeasures.Select(OfMeasure)];
    }

    private static IEnumerable<Response> Outcomes(Study study)
    {
        if (study.Model.Outcomes.Count == 0)
            return [];
        return study.Model.OutcomeGroups.Select(group => OfOutcome(group.Name, OutcomeSet.Of(group)))
            .Concat(study.Model.Outcomes.Select(outcome => OfOutcome(outcome.Code, new OutcomeSet([outcome.Code]))))
            .Prepend(OfOutcome(AnyBeforeHorizon, new OutcomeSet([])));
    }

    private static Response OfOutcome(string name, OutcomeSet outcomes) =>
        new(name, Outcome, "", new RunStatistic { Kind = RunStatisticKind.Share, Scenario = 0, ScenarioName = "", Outcomes = outcomes });

    private static Response OfMeasure(ModelReporter measure) => new(
        EndPrefix + measure.Name, Measure, measure.Unit,
        new RunStatistic { Kind = RunStatisticKind.Mean, Scenario = 0, ScenarioName = "", Name = measure.Name });

    /// <summary>As a config writes it, without the name.</summary>
    public override string ToString() => $"{{{Statistic}}}";
}
