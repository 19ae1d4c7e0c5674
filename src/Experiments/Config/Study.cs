using Agents;
using Agents.Data;

namespace Experiments.Config;

/// <summary>A study as a config describes it, resolved and validated: all that a runner needs.</summary>
public sealed record Study
{
    /// <summary>The study's name: lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>The model that it runs.</summary>
    public required ModelDefinition Model { get; init; }

    /// <summary>The parameters that the model's class declares.</summary>
    public required ParameterCatalogue Catalogue { get; init; }

    /// <summary>First key word of all draws, 0 to 2147483647.</summary>
    public required int Seed { get; init; }

    /// <summary>Replications of each design point, 1 or more; with a stop rule the most that there can be.</summary>
    public required int Replications { get; init; }

    /// <summary>Says when a row of the design has replications enough; null where all have the same number.</summary>
    public StopRule? StopRule { get; init; }

    /// <summary>Horizon: the last row of ticks.</summary>
    public required int Ticks { get; init; }

    /// <summary>Ticks between two rows of measures.</summary>
    public required int Every { get; init; }

    /// <summary>The columns of ticks.csv, and of the end measures in runs.csv.</summary>
    public required IReadOnlyList<ModelReporter> ModelMeasures { get; init; }

    /// <summary>The columns of agents.csv; no such file where there are none.</summary>
    public required IReadOnlyList<AgentReporter> AgentMeasures { get; init; }

    /// <summary>
    /// True where every design point draws the same numbers in one replication, so that points and scenarios can be
    /// compared run by run.
    /// </summary>
    public bool CommonRandomNumbers { get; init; } = true;

    /// <summary>One or more scenarios, in the order of the config.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>
    /// Row of ticks up to which all scenarios of a design row and replication are one run, carried out once; null where
    /// each is carried out from its start. Never changes results.
    /// </summary>
    public int? BranchAt { get; init; }

    /// <summary>The responses that the config names; runs do not depend on them. <see cref="Response.Of"/> adds outcomes and end measures.</summary>
    public IReadOnlyList<Response> Responses { get; init; } = [];

    /// <summary>The scenarios that are compared, every one after the first with the first unless said otherwise; runs do not depend on them.</summary>
    public IReadOnlyList<ScenarioPair> Pairs
    {
        get => field ?? [.. Enumerable.Range(1, Scenarios.Count - 1).Select(scenario => new ScenarioPair(scenario, 0))];
        init;
    }

    /// <summary>What files say of the initial state; null where all of it is drawn.</summary>
    public InitialState? Initial { get; init; }

    /// <summary>The parameters that follow files in all scenarios that name no other file for them.</summary>
    public IReadOnlyList<ParameterSeries> Series { get; init; } = [];

    /// <summary>The files that runs depend on, each once.</summary>
    public IReadOnlyList<InputFile> Inputs =>
        [.. (Initial?.Files ?? []).Concat(Series.Concat(Scenarios.SelectMany(scenario => scenario.Series)).Select(one => one.File)).DistinctBy(file => file.Name)];

    /// <summary>The rows that every scenario is run with.</summary>
    public StudyDesign Design { get; init; } = StudyDesign.None;

    /// <summary>The whole config with every value written out, as YAML: the same study gives the same text.</summary>
    public required string ResolvedYaml { get; init; }

    /// <summary>What a calibration of it looks for; null where the config says nothing of one. Runs of the study itself do not depend on it.</summary>
    public CalibrationPlan? Calibration { get; init; }

    /// <summary>The statement that its runs are to test; null where the config makes none. Runs of the study itself do not depend on it.</summary>
    public Hypothesis? Hypothesis { get; init; }

    /// <summary>The hazard that is to be learnt of its runs; null where the config names none. Runs of the study itself do not depend on it.</summary>
    public LearningPlan? Learning { get; init; }

    /// <summary>
    /// Where random numbers are not common: true for those of a design row's own, which its scenarios share, so that they
    /// can still be compared run by run, and rows are evidence of their own; false for those of a design point's own.
    /// </summary>
    internal bool RowsDrawAlone { get; init; }

    /// <summary>How it asks Slurm for its share of a cluster; never changes results.</summary>
    public SlurmSettings Slurm { get; init; } = SlurmSettings.None;

    /// <summary>What the modeller may not expect, one sentence each: it changes no result, and nothing is wrong.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>
    /// Every row of the design with every scenario, row by row: the point with id (row - 1) x number of scenarios +
    /// number of the scenario. A point is made when it is asked for, so that many of them need no memory.
    /// </summary>
    public IReadOnlyList<DesignPoint> DesignPoints => Points ?? new DesignPointList(Scenarios, Design);

    /// <summary>The design points where they do not follow from scenarios and design, but from another study's; else null.</summary>
    internal IReadOnlyList<DesignPoint>? Points { get; init; }

    /// <summary>
    /// True where runs that share their random numbers are taken together over several rows of the design: then they are
    /// copies of one another, and only whole replications are evidence of their own.
    /// </summary>
    public bool HasSharedDraws => CommonRandomNumbers && Design.Rows > 1;

    /// <summary>True where rows of the design are a sample, such as the draws of a posterior, of which each has several runs.</summary>
    public bool HasSampledRows => !HasSharedDraws && Replications > 1 && Design.IsSample;

    /// <summary>The unit of evidence that a run belongs to: its replication, its row of the design, or itself.</summary>
    /// <param name="runId">1 to <see cref="Runs"/>.</param>
    public int UnitOf(int runId)
    {
        var (replication, point) = Math.DivRem(runId - 1, DesignPoints.Count);
        return HasSharedDraws ? replication + 1 : HasSampledRows ? point / Scenarios.Count + 1 : runId;
    }

    /// <summary>The number of the draws that a run is made with: runs of one number share their random numbers.</summary>
    /// <param name="runId">1 to <see cref="Runs"/>.</param>
    public int DrawsOf(int runId) =>
        CommonRandomNumbers ? (runId - 1) / DesignPoints.Count + 1 : RowsDrawAlone ? (runId - 1) / Scenarios.Count + 1 : runId;

    /// <summary>Whether units of evidence are more than single runs (<see cref="UnitOf"/>).</summary>
    public bool HasUnits => HasSharedDraws || HasSampledRows;

    /// <summary>The number of agents of every design point, in their order, counted as it is asked for.</summary>
    public IEnumerable<long> AgentsOfPoints()
    {
        var parameters = new ParameterObject(Model, Catalogue);
        return DesignPoints.Select(point => Model.CountAgents(parameters.With(point.Values)));
    }

    /// <summary>Number of runs.</summary>
    public int Runs => checked(Replications * DesignPoints.Count);

    /// <summary>The design point and replication of a run: later replications append, so that ids never move.</summary>
    /// <param name="runId">1 to <see cref="Runs"/>.</param>
    public (DesignPoint Point, int Replication) Run(int runId) =>
        (DesignPoints[(runId - 1) % DesignPoints.Count], (runId - 1) / DesignPoints.Count + 1);

    /// <summary>The name of a design point's scenario.</summary>
    /// <param name="designId">From 1.</param>
    public string ScenarioOf(int designId) => Scenarios[(designId - 1) % Scenarios.Count].Name;

    /// <summary>Makes the model of a run in its initial state, with what files say of it.</summary>
    /// <param name="parameters">A parameter object, which the model goes on reading.</param>
    /// <param name="seed">The key of its draws.</param>
    /// <exception cref="InvalidOperationException">The model cannot take what a file says.</exception>
    public Model Make(object parameters, Seed seed)
    {
        var made = Model.Create(parameters, seed);
        return Initial?.Fill(made) is { } complaint ? throw new InvalidOperationException(complaint.ToString()) : made;
    }

    /// <summary>The key of the draws of one run.</summary>
    /// <param name="point">A design point of this study.</param>
    /// <param name="replication">From 1.</param>
    public Seed SeedOf(DesignPoint point, int replication)
    {
        ArgumentNullException.ThrowIfNull(point);
        return CommonRandomNumbers ? Agents.Seed.Of(Seed, replication) : Agents.Seed.Of(Seed, replication, RowsDrawAlone ? point.Row : point.StreamId);
    }
}
