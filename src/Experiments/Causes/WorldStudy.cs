using System.Collections;
using System.Globalization;
using System.Text;
using Experiments.Config;
using Experiments.Design;

namespace Experiments.Causes;

/// <summary>
/// A study whose design points are the worlds of another study's: each of its points in every world, with the same
/// replications and the same random numbers. It is run, resumed and stored as any study is.
/// </summary>
internal sealed class WorldStudy
{
    private readonly int? from;
    private readonly CombinationCheck check;
    private readonly Dictionary<(int Point, int World), bool> playable = [];
    private readonly Dictionary<(Question Question, string Cause, bool IsOfLevers), int> numbers;

    /// <param name="source">The study whose runs are asked about.</param>
    /// <param name="from">The row of ticks from which causes are out; null for the first intervention of each scenario, or 0.</param>
    public WorldStudy(Study source, int? from)
    {
        (Source, this.from) = (source, from);
        Causes = Cause.Of(source);
        Worlds = World.All(Causes);
        numbers = Worlds.Index().ToDictionary(world => (world.Item.Question, world.Item.Cause?.Id ?? "", world.Item.IsOfLevers), world => world.Index);
        check = new CombinationCheck(source.Model, source.Catalogue);
        Study = source with
        {
            Name = source.Name + "-why",
            StopRule = null,
            Every = source.Ticks,
            ModelMeasures = [],
            AgentMeasures = [],
            Scenarios = [.. source.Scenarios.SelectMany((_, number) => Worlds.Select(world => ScenarioOf(number + 1, world)))],
            BranchAt = null,
            Responses = [],
            Pairs = [],
            Calibration = null,
            Hypothesis = null,
            Notes = [],
            // The factors are in the points already; what is left of the design is how many rows it has.
            Design = StudyDesign.None with { Cells = new PointMatrix(source.Design.Rows, 0) },
            ResolvedYaml = Text(),
        };
        Study = Study with { Points = new WorldPoints(this) };
    }

    /// <summary>The study that is asked about.</summary>
    public Study Source { get; }

    /// <summary>The study of its worlds.</summary>
    public Study Study { get; }

    /// <summary>What is taken out.</summary>
    public IReadOnlyList<Cause> Causes { get; }

    /// <summary>The worlds of each design point.</summary>
    public IReadOnlyList<World> Worlds { get; }

    /// <summary>A run of this study.</summary>
    /// <param name="run">The run of the other study, from 1.</param>
    /// <param name="world">The number of the world, from 0.</param>
    public int RunOf(int run, int world) => checked((run - 1) * Worlds.Count + world + 1);

    /// <summary>The number of a world, from 0; null where there is none such.</summary>
    public int? NumberOf(Question question, Cause? cause, bool isOfLevers) =>
        numbers.TryGetValue((question, cause?.Id ?? "", isOfLevers), out var number) ? number : null;

    /// <summary>The row of ticks from which causes are out of a run.</summary>
    public int FromOf(int run) => FromOf(Basis(PointOf(run)));

    /// <summary>How a cause stands in a run.</summary>
    public CauseState StateOf(int run, Cause cause)
    {
        var basis = Basis(PointOf(run));
        return Held.StateOf(basis, cause, FromOf(basis));
    }

    /// <summary>Whether a world is another one than the run's own, and one that the model can play.</summary>
    public bool IsPlayed(int run, int world)
    {
        var point = PointOf(run);
        if (!playable.TryGetValue((point, world), out var isPlayed))
            playable.Add((point, world), isPlayed = Worlds[world].Question == Question.Again || IsPlayable(point, Worlds[world]));
        return isPlayed;
    }

    private bool IsPlayable(int point, World world)
    {
        var basis = Basis(point);
        if (world.Cause is { } cause && Held.StateOf(basis, cause, FromOf(basis)) != CauseState.AtWork)
            return false;
        var changed = Change(basis, world);
        return changed != basis && check.Find(changed) is null;
    }

    private Scenario Change(Scenario basis, World world)
    {
        var week = FromOf(basis);
        return Held.Without(basis, [.. world.Out.Where(cause => Held.StateOf(basis, cause, week) == CauseState.AtWork)], week);
    }

    private int FromOf(Scenario basis) => from ?? basis.Interventions.Select(change => change.At).DefaultIfEmpty(0).Min();

    private int PointOf(int run) => (run - 1) % Source.DesignPoints.Count + 1;

    private Scenario Basis(int point)
    {
        var basis = Source.DesignPoints[point - 1];
        return new Scenario(basis.Scenario, basis.Values, basis.Interventions) { Series = basis.Series };
    }

    private Scenario ScenarioOf(int point, World world)
    {
        var changed = Change(Basis(point), world);
        return changed with { Name = $"{changed.Name}-{world.Name}" };
    }

    /// <summary>What the runs follow from: the other study, the row of ticks, and what is taken out.</summary>
    private string Text()
    {
        var text = new StringBuilder("# Worlds of the study below, made by abm why: no config that abm run takes.\n");
        text.Append(CultureInfo.InvariantCulture, $"why: {{from: {(from is { } tick ? tick.ToString(CultureInfo.InvariantCulture) : "first_intervention")}}}\n");
        foreach (var cause in Causes)
            text.Append(CultureInfo.InvariantCulture, $"# {cause.Kind} {cause.Id}: {cause.Parameter.Key} {cause.Parameter.Format(cause.Off)}\n");
        return text.Append(Source.ResolvedYaml).ToString();
    }

    /// <summary>The points, each made when it is asked for.</summary>
    private sealed class WorldPoints(WorldStudy worlds) : IReadOnlyList<DesignPoint>
    {
        public int Count => checked(worlds.Source.DesignPoints.Count * worlds.Worlds.Count);

        public DesignPoint this[int index]
        {
            get
            {
                var (point, number) = Math.DivRem(index, worlds.Worlds.Count);
                var scenario = worlds.ScenarioOf(point + 1, worlds.Worlds[number]);
                return new DesignPoint(index + 1, point / worlds.Source.Scenarios.Count + 1, scenario.Name, scenario.Values, scenario.Interventions) { Series = scenario.Series, StreamId = point + 1 };
            }
        }

        public IEnumerator<DesignPoint> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
