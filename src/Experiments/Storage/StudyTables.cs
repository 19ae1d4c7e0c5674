using System.Globalization;
using Agents.Data;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>The tables that a study fills, column by column.</summary>
internal sealed class StudyTables
{
    public const string TicksName = "ticks";

    public const string EventsName = "events";

    public const string AgentsName = "agents";

    public const string SpellsName = "spells";

    public const string TimingsName = "timings";

    /// <summary>The tables to which a run adds rows of its own, in the order in which its digest has them.</summary>
    public static readonly IReadOnlyList<string> NamesByRun = [TicksName, EventsName, AgentsName, SpellsName];

    /// <summary>Those of them that a study has.</summary>
    public static IReadOnlyList<string> NamesOf(Study study) => (study.AgentMeasures.Count > 0, study.Model.Spells is not null) switch
    {
        (false, false) => Plain,
        (true, false) => WithAgents,
        (false, true) => WithSpells,
        _ => NamesByRun,
    };

    private static readonly string[] Plain = [TicksName, EventsName];

    private static readonly string[] WithAgents = [TicksName, EventsName, AgentsName];

    private static readonly string[] WithSpells = [TicksName, EventsName, SpellsName];

    private static readonly Field RunId = new("run_id", FieldType.Integer, "The run, from 1: (replication - 1) x number of design points + design_id.");

    /// <summary>The tables of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="isPacked">Whether those that grow with the runs are packed with gzip; the design never is.</param>
    public StudyTables(Study study, bool isPacked = false)
    {
        var tickUnit = study.Model.TickUnit;
        Design = DesignOf(study);
        Runs = RunsOf(study, tickUnit) with { IsPacked = isPacked };
        Ticks = new Table(TicksName, TicksMeaning(study),
            ["run_id", "tick"], "runs", "run_id",
            [RunId, TickField(tickUnit), .. study.ModelMeasures.Select(measure => new Field(measure.Name, Field.TypeOf(measure.Type), measure.Meaning, measure.Unit))])
        { IsPacked = isPacked };
        Events = EventsOf(study, tickUnit) with { IsPacked = isPacked };
        Agents = study.AgentMeasures.Count == 0 ? null : AgentsOf(study, tickUnit) with { IsPacked = isPacked };
        Spells = study.Model.Spells is { } spells ? SpellsOf(spells) with { IsPacked = isPacked } : null;
        Timings = new Table(TimingsName, "One row per run: what depends on clock and machine.", ["run_id"], "runs", "run_id",
            [
                RunId,
                new("started", FieldType.DateTime, "When the run began, in universal time."),
                new("seconds", FieldType.Number, "How long it took.", "second"),
                new("thread", FieldType.Integer, "The thread that carried it out, from 1."),
                new("block_threads", FieldType.Integer, "Threads that shared the blocks of its rules."),
                new("error", FieldType.String, "What a run said that is not done."),
            ])
        { IsPacked = isPacked };
        All = [.. new[] { Design, Runs, Ticks, Events, Agents, Spells, Timings }.OfType<Table>()];
    }

    public Table Design { get; }

    public Table Runs { get; }

    public Table Ticks { get; }

    public Table Events { get; }

    public Table? Agents { get; }

    public Table? Spells { get; }

    public Table Timings { get; }

    /// <summary>Those to which a run adds rows of its own, in the order in which its digest has them.</summary>
    public IReadOnlyList<Table> ByRun => [.. new[] { Ticks, Events, Agents, Spells }.OfType<Table>()];

    public IReadOnlyList<Table> All { get; }

    private static Field TickField(string tickUnit) => new("tick", FieldType.Integer, "Steps made so far.", tickUnit);

    /// <summary>With rows left out, a run's last may be among them: a tick has the rows of all runs that still go on, or of none.</summary>
    private static string TicksMeaning(Study study) =>
        "One row per run and tick: what the model was then. Row 0 is the initial state, row t the state after t steps."
        + (study.Every == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" Only every {study.Every} steps: a run that ends in between has no row of its end here; {Response.EndPrefix} columns of runs have it."));

    private static Table DesignOf(Study study) => new("design", "One row per design point: the parameters at the start of its runs.", ["design_id"], null, null,
        [
            new("design_id", FieldType.Integer, "The design point, from 1."),
            new("scenario", FieldType.String, "The scenario's name; what it changes during a run stands in manifest.json."),
            new("design_row", FieldType.Integer, "The row of the design, from 1; every scenario is run with every row."),
            .. study.Catalogue.Parameters.Select(parameter => FieldOf(parameter, parameter.Key, parameter.About.Meaning)),
            .. study.Design.Factors.Where(factor => factor.Target != FactorTarget.Start).Select(factor => FieldOf(study, factor)),
        ]);

    private static Field FieldOf(Parameter parameter, string name, string meaning) =>
        new(name, TypeOf(parameter), meaning, parameter.About.Unit, parameter.Type.IsEnum ? parameter.Choices : null);

    private static Field FieldOf(Study study, DesignFactor factor) => factor.Parameter is { } parameter
        ? FieldOf(parameter, factor.Key, $"What an intervention makes of {parameter.Key}; empty in other scenarios.")
        : new(factor.Key, FieldType.Integer, "The row of ticks of an intervention; empty in other scenarios.", study.Model.TickUnit);

    private static FieldType TypeOf(Parameter parameter) =>
        parameter.Type == typeof(double) ? FieldType.Number
        : parameter.Type == typeof(int) ? FieldType.Integer
        : parameter.Type == typeof(bool) ? FieldType.Boolean
        : FieldType.String;

    private static Table RunsOf(Study study, string tickUnit) => new("runs", "One row per run: how it ended. A run that failed or timed out has no other rows.", ["run_id"], "design", "design_id",
        [
            RunId,
            new("design_id", FieldType.Integer, "The design point."),
            new("scenario", FieldType.String, "The scenario's name."),
            new("replication", FieldType.Integer, "The replication, from 1. Runs of one replication share their random numbers."),
            new("seed", FieldType.Integer, "The study's seed."),
            new("status", FieldType.String, "Whether the run came to its end.", "", [.. Enum.GetValues<RunStatus>().Select(RunRecord.Word)]),
            new("outcome", FieldType.String, OutcomeMeaning(study), "", study.Model.Outcomes.Count == 0 ? null : [.. study.Model.Outcomes.Select(outcome => outcome.Code)]),
            new("outcome_tick", FieldType.Integer, "The row of ticks at which the outcome was settled.", tickUnit),
            new("censored", FieldType.Boolean, "TRUE when nothing ended the run before its horizon."),
            new("cause", FieldType.String, "A finer word than the outcome."),
            new("last_tick", FieldType.Integer, "The run's last row of ticks; the end measures are read there.", tickUnit),
            .. study.ModelMeasures.Select(measure => new Field(Response.EndPrefix + measure.Name, Field.TypeOf(measure.Type), "At the end of the run: " + measure.Meaning, measure.Unit)),
        ]);

    private static string OutcomeMeaning(Study study) => study.Model.Outcomes.Count == 0
        ? "Empty: the model has no outcomes."
        : "How the run ended. " + string.Join(" ", study.Model.Outcomes.Select(outcome => $"{outcome.Code}: {outcome.Meaning.TrimEnd('.')}."));

    private static Table EventsOf(Study study, string tickUnit) => new(EventsName, "One row per event of a run, in order.", ["run_id", "sequence"], "runs", "run_id",
        [
            RunId,
            TickField(tickUnit) with { Description = "The row of ticks that first shows it." },
            new("sequence", FieldType.Integer, "Order within the run, from 1."),
            new("event", FieldType.String,
                string.Join(" ", study.Model.Events.Select(kind => $"{kind.Name}: {kind.Meaning.TrimEnd('.')}.").Prepend("What happened.")),
                "", study.Model.Events.Count == 0 ? null : [.. study.Model.Events.Select(kind => kind.Name)]),
            new("subject", FieldType.String, "Who or what it happened to."),
            new("value", FieldType.Number, "Its size, in the unit that the event's meaning gives."),
            new("details", FieldType.String, "Further words."),
        ]);

    private static Table SpellsOf(SpellTable spells) => new(SpellsName, "One row per spell of a run, in order: " + spells.Meaning, ["run_id", "spell"], "runs", "run_id",
        [
            RunId,
            new("spell", FieldType.Integer, "The spell, from 1 in each run."),
            .. spells.Columns.Select(column => new Field(column.Name, column.Type is { } type ? Field.TypeOf(type) : FieldType.String, column.Meaning, column.Unit, column.Choices)),
        ]);

    private static Table AgentsOf(Study study, string tickUnit) => new(AgentsName, "One row per run, tick and agent.", ["run_id", "tick", "agent"], "runs", "run_id",
        [
            RunId,
            TickField(tickUnit),
            new("population", FieldType.String, "The agent's population."),
            new("agent", FieldType.Integer, "The agent's id, unique in the run."),
            .. study.AgentMeasures.DistinctBy(measure => measure.Name).Select(measure => new Field(measure.Name, Field.TypeOf(measure.Type), measure.Meaning, measure.Unit)),
        ]);
}
