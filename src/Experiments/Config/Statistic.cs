using System.Globalization;

namespace Experiments.Config;

/// <summary>A number that is computed from runs.</summary>
public abstract record Statistic
{
    /// <summary>This statistic and those it is made of.</summary>
    public abstract IEnumerable<RunStatistic> Parts { get; }

    /// <summary>True where it is its parts added and taken from one another: no ratio.</summary>
    public abstract bool IsSum { get; }

    /// <summary>True for a mean over runs, to which a run adds one value or none.</summary>
    internal bool IsMeanOverRuns => this is RunStatistic { Kind: not (RunStatisticKind.Rate or RunStatisticKind.Periods or RunStatisticKind.Quantile) };

    /// <summary>The same of the runs of a scenario.</summary>
    /// <param name="scenario">Its number, from 0.</param>
    /// <param name="name">Its name; empty where something else names the scenarios.</param>
    internal abstract Statistic In(int scenario, string name);
}

/// <summary>One statistic over, or less, another.</summary>
/// <param name="IsRatio">True for the quotient, false for the difference.</param>
/// <param name="First">What is divided or taken from.</param>
/// <param name="Second">What divides or is taken.</param>
public sealed record PairStatistic(bool IsRatio, Statistic First, Statistic Second) : Statistic
{
    /// <inheritdoc/>
    public override IEnumerable<RunStatistic> Parts => First.Parts.Concat(Second.Parts);

    /// <inheritdoc/>
    public override bool IsSum => !IsRatio && First.IsSum && Second.IsSum;

    /// <inheritdoc/>
    internal override Statistic In(int scenario, string name) => this with { First = First.In(scenario, name), Second = Second.In(scenario, name) };

    /// <inheritdoc/>
    public override string ToString() => $"{(IsRatio ? "ratio" : "difference")}: [{{{First}}}, {{{Second}}}]";
}

/// <summary>What a statistic of runs is.</summary>
public enum RunStatisticKind
{
    /// <summary>Share of the runs that end in an outcome within the window.</summary>
    Share,

    /// <summary>Such outcomes over the ticks that runs spend in the window, for a given number of ticks.</summary>
    Rate,

    /// <summary>Events of a kind within the window, for each run.</summary>
    Events,

    /// <summary>Share of the periods of a given length that have an event of a kind.</summary>
    Periods,

    /// <summary>Mean of a measure.</summary>
    Mean,

    /// <summary>A quantile of a measure.</summary>
    Quantile,

    /// <summary>Mean over runs of the greatest value of a measure in the window.</summary>
    Highest,

    /// <summary>Mean over runs of the least value of a measure in the window.</summary>
    Lowest,

    /// <summary>Ticks from the start of the window to the first event of a kind; a run without one counts with the whole window.</summary>
    Time,
}

/// <summary>
/// A statistic of the runs of one scenario. A window holds the rows of ticks after <see cref="From"/> up to and with
/// <see cref="Until"/>: what is changed at row 52 shows in rows 53 and later.
/// </summary>
public sealed record RunStatistic : Statistic
{
    /// <summary>What it is.</summary>
    public required RunStatisticKind Kind { get; init; }

    /// <summary>The scenario's number, from 0.</summary>
    public required int Scenario { get; init; }

    /// <summary>The scenario's name; empty where something else names the scenarios.</summary>
    public required string ScenarioName { get; init; }

    /// <summary>Share and rate: the outcomes that count; null for others.</summary>
    public OutcomeSet? Outcomes { get; init; }

    /// <summary>Events and periods: the kind of event; a measure's name for mean, quantile, highest and lowest; empty for others.</summary>
    public string Name { get; init; } = "";

    /// <summary>Time: the kinds of events of which the first counts; empty for others.</summary>
    public IReadOnlyList<string> Awaited { get; init; } = [];

    /// <summary>Events, periods and time: the subject that events must have; null for any.</summary>
    public string? Subject { get; init; }

    /// <summary>Events, periods and time: a word that the details of events must have; null for any.</summary>
    public string? Details { get; init; }

    /// <summary>The row after which the window begins; null for the start of the run, row 0 included.</summary>
    public int? From { get; init; }

    /// <summary>The last row of the window; null for the end of the run.</summary>
    public int? Until { get; init; }

    /// <summary>True where only runs count that go on past <see cref="From"/>; a rate and periods always ask for that.</summary>
    public bool IsAmongReaching { get; init; } = true;

    /// <summary>True where it also sees what follows a run's outcome, in a model that goes on after it.</summary>
    public bool IsOfWholeRun { get; init; }

    /// <summary>Rate: the number of ticks that it is for.</summary>
    public int Per { get; init; } = 1;

    /// <summary>Periods: ticks of a period.</summary>
    public int Length { get; init; } = 1;

    /// <summary>Periods: only those count that follow on a period with this kind of event; null for all.</summary>
    public string? After { get; init; }

    /// <summary>Periods: only those count that follow on so many periods without the event.</summary>
    public int Quiet { get; init; }

    /// <summary>Mean and quantile: the row at which the measure is read, of the runs that get there; null for a window, or without one for the end of every run.</summary>
    public int? At { get; init; }

    /// <summary>Quantile: the probability, more than 0 and less than 1.</summary>
    public double Level { get; init; } = 0.5;

    /// <summary>The kinds of events that it counts.</summary>
    public IEnumerable<string> EventNames => Kind switch
    {
        RunStatisticKind.Events or RunStatisticKind.Periods => After is null ? [Name] : [Name, After],
        RunStatisticKind.Time => Awaited,
        _ => [],
    };

    /// <summary>The measure that it reads, or null.</summary>
    public string? Measure => Kind is RunStatisticKind.Mean or RunStatisticKind.Quantile || IsExtreme ? Name : null;

    /// <summary>True where it reads a measure at every row of its window.</summary>
    public bool ReadsWindow => IsExtreme || (Kind == RunStatisticKind.Mean && (From ?? Until) is not null);

    private bool IsExtreme => Kind is RunStatisticKind.Highest or RunStatisticKind.Lowest;

    /// <summary>True where it counts what happens, once or several times, in runs or periods.</summary>
    public bool IsOccurrence => Kind is RunStatisticKind.Share or RunStatisticKind.Events or RunStatisticKind.Periods;

    /// <inheritdoc/>
    public override IEnumerable<RunStatistic> Parts => [this];

    /// <inheritdoc/>
    public override bool IsSum => true;

    /// <inheritdoc/>
    internal override Statistic In(int scenario, string name) => this with { Scenario = scenario, ScenarioName = name };

    /// <summary>As a config writes it, without the braces.</summary>
    public override string ToString()
    {
        var text = $"{SnakeCase.Of(Kind.ToString())}: {Outcomes?.ToString() ?? (Awaited.Count > 0 ? $"[{string.Join(", ", Awaited.Select(ResolvedConfig.Word))}]" : ResolvedConfig.Word(Name))}";
        Add("scenario", ScenarioName.Length == 0 ? null : ResolvedConfig.Word(ScenarioName));
        Add("subject", Subject is null ? null : ResolvedConfig.Word(Subject));
        Add("details", Details is null ? null : ResolvedConfig.Word(Details));
        Add("from", From);
        Add("until", Until);
        Add("among", IsAmongReaching ? null : "all");
        Add("span", IsOfWholeRun ? "run" : null);
        Add("per", Kind == RunStatisticKind.Rate ? Per : null);
        Add("length", Kind == RunStatisticKind.Periods ? Length : null);
        Add("after", After is null ? null : ResolvedConfig.Word(After));
        Add("quiet", Quiet > 0 ? Quiet : null);
        Add("at", At);
        Add("level", Kind == RunStatisticKind.Quantile ? Level : null);
        return text;

        void Add(string key, object? value) =>
            text += value is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {key}: {value}");
    }
}
