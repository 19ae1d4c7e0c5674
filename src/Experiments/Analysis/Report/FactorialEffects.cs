using Experiments.Config;
using Experiments.Design;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Analysis.Report;

/// <summary>What each factor does, and what two do together, in a design that goes through levels.</summary>
internal sealed class FactorialEffects
{
    private readonly RunSet runs;
    private readonly Responses responses;
    private readonly LevelGrid grid;
    private readonly IReadOnlyList<DesignFactor> factors;
    private readonly IReadOnlyList<(int Row, int Baseline)>[][] rowsAt;
    private readonly (Response Response, (int Factor, int Other) Pair)? lead;

    private FactorialEffects(RunSet runs, Responses responses, LevelGrid grid, (int Factor, int Other)? heat)
    {
        (this.runs, this.responses, this.grid, factors) = (runs, responses, grid, runs.Study.Design.Factors);
        rowsAt = [.. Enumerable.Range(0, grid.Factors).Select(factor => grid.RowsAt(factor))];
        MainEffects = [.. responses.All.SelectMany(MainEffectsOf)];
        lead = Lead(heat);
    }

    /// <summary>Every response, scenario and factor that acts in it.</summary>
    public IReadOnlyList<MainEffect> MainEffects { get; }

    /// <summary>
    /// The maps that are looked at first: the first response that varies, and the two factors that were asked for, or else those
    /// with the greatest main effects on it. One for each scenario in which both act.
    /// </summary>
    public IEnumerable<HeatMap> First => lead is { } first ? Maps(first.Response, [first.Pair]) : [];

    /// <summary>All maps, the first ones first, made as they are read.</summary>
    public IEnumerable<HeatMap> HeatMaps => lead is not { } first ? [] :
        responses.All.OrderBy(response => response.Name != first.Response.Name).SelectMany(response => Maps(response, Pairs.Where(pair => !IsSame(pair, first.Pair)).Prepend(first.Pair)));

    /// <summary>The pairs of factors that vary; the one with more levels is the first, so that maps are longer than wide.</summary>
    private IEnumerable<(int Factor, int Other)> Pairs =>
        from factor in Enumerable.Range(0, grid.Factors)
        from other in Enumerable.Range(factor + 1, grid.Factors - factor - 1)
        where grid.IsFactorial && IsVaried(factor) && IsVaried(other)
        select grid.Levels(other).Count > grid.Levels(factor).Count ? (other, factor) : (factor, other);

    /// <summary>The effects of a study, or null where its design does not go through levels.</summary>
    /// <param name="runs">Its runs.</param>
    /// <param name="responses">What is asked.</param>
    /// <param name="heat">The two factors that were asked for; none for those with the greatest effects.</param>
    public static FactorialEffects? Of(RunSet runs, Responses responses, (int Factor, int Other)? heat) =>
        LevelGrid.Of(runs.Study.Design.Method, runs.Study.Design.Cells) is { } grid ? new FactorialEffects(runs, responses, grid, heat) : null;

    /// <summary>The factors that the command line names, or null where it names none.</summary>
    /// <param name="study">The study.</param>
    /// <param name="asked">Their names.</param>
    /// <exception cref="ConfigException">There are no two such factors, or there can be no map.</exception>
    public static (int Factor, int Other)? Asked(Study study, IReadOnlyList<string> asked)
    {
        if (asked.Count == 0)
            return null;
        Problem Refusal(string complaint) => new("--heat", 0, 0, "", complaint);
        if (LevelGrid.Of(study.Design.Method, study.Design.Cells) is not { IsFactorial: true })
            throw new ConfigException(Refusal("a map of two factors needs a design that has every level of each factor with every level of the others (full_factorial)"));
        List<string> names = [.. study.Design.Factors.Select(factor => factor.Key)];
        foreach (var name in asked.Where(name => !names.Contains(name)))
            throw new ConfigException(Refusal($"the design has no factor {Problem.Quote(name)}{Spelling.Hint(name, names)}; its factors are {string.Join(", ", names)}"));
        var (factor, other) = (names.IndexOf(asked[0]), names.IndexOf(asked[^1]));
        if (asked.Count != 2 || factor == other)
            throw new ConfigException(Refusal("write two factors of the design, FACTOR,FACTOR: the rows of the map and its columns"));
        if (!Enumerable.Range(0, study.Scenarios.Count).Any(scenario => study.Design.Factors[factor].IsIn(scenario) && study.Design.Factors[other].IsIn(scenario)))
            throw new ConfigException(Refusal($"{names[factor]} and {names[other]} act in no scenario together"));
        return (factor, other);
    }

    private static bool IsSame((int Factor, int Other) pair, (int Factor, int Other) one) => pair == one || pair == (one.Other, one.Factor);

    private bool IsVaried(int factor) => grid.Levels(factor).Count > 1;

    private IEnumerable<int> ScenariosOf(int factor) => Enumerable.Range(0, runs.Study.Scenarios.Count).Where(factors[factor].IsIn);

    private (Response, (int, int))? Lead((int Factor, int Other)? heat)
    {
        if (MainEffects.Count == 0 || (heat is null && !Pairs.Any()))
            return null;
        var response = (MainEffects.FirstOrDefault(effect => effect.Range > 0) ?? MainEffects[0]).Response;
        var ranges = MainEffects.Where(effect => effect.Response == response).ToDictionary(effect => (effect.Scenario, effect.Factor), effect => effect.Range);
        // Two that both matter in one scenario: the weaker of them counts, and then the stronger.
        (double, double) Size((int Factor, int Other) pair) => ScenariosOf(pair.Factor).Intersect(ScenariosOf(pair.Other)).Select(scenario => runs.Study.Scenarios[scenario].Name)
            .Select(scenario => (One: ranges[(scenario, factors[pair.Factor].Key)], Two: ranges[(scenario, factors[pair.Other].Key)]))
            .Select(both => (Math.Min(both.One, both.Two), Math.Max(both.One, both.Two))).DefaultIfEmpty((-1, -1)).Max();
        return (response, heat ?? Pairs.MaxBy(Size));
    }

    private IEnumerable<MainEffect> MainEffectsOf(Response response)
    {
        var all = ByReplication(response);
        for (var scenario = 0; scenario < all.Count; scenario++)
        {
            for (var factor = 0; factor < grid.Factors; factor++)
            {
                if (IsVaried(factor) && factors[factor].IsIn(scenario))
                    yield return MainEffectOf(response, all[scenario], scenario, factor);
            }
        }
    }

    private MainEffect MainEffectOf(Response response, List<(int Number, Contribution[]?[] Rows)> replications, int scenario, int factor)
    {
        string Word(double level) => factors[factor].FormatCell(level);
        return new MainEffect(runs.Study.Scenarios[scenario].Name, factors[factor].Key, Word(grid.Baseline(factor)),
        [
            .. grid.Levels(factor).Zip(rowsAt[factor], (level, rows) => new LevelEffect(
                Word(level), Mean(response, replications, [.. rows.Select(pair => pair.Row)]),
                level == grid.Baseline(factor) ? null : DifferenceOf(response, replications, rows))),
        ]);
    }

    private IEnumerable<HeatMap> Maps(Response response, IEnumerable<(int Factor, int Other)> pairs)
    {
        var all = ByReplication(response);
        foreach (var (factor, other) in pairs)
        {
            var rows = grid.RowsAt(factor, other);
            foreach (var scenario in ScenariosOf(factor).Intersect(ScenariosOf(other)))
            {
                yield return new HeatMap(
                    runs.Study.Scenarios[scenario].Name, factors[factor].Key, factors[other].Key,
                    [.. grid.Levels(factor).Select(factors[factor].FormatCell)], [.. grid.Levels(other).Select(factors[other].FormatCell)],
                    [.. rows.Select(level => level.Select(both => Mean(response, all[scenario], both)).ToList())]);
            }
        }
    }

    /// <summary>What the runs of each scenario add to a response: replication by replication, and there by row (from 0).</summary>
    private List<List<(int Number, Contribution[]?[] Rows)>> ByReplication(Response response)
    {
        Contribution[]?[] Rows(IEnumerable<RunRecord> own)
        {
            var rows = new Contribution[]?[runs.Study.Design.Rows];
            foreach (var run in own)
                rows[runs.RowOf(run) - 1] = responses.PartsOf(response, run);
            return rows;
        }
        return [.. runs.Done.Select(own => own.GroupBy(run => run.Replication).Select(replication => (replication.Key, Rows(replication))).ToList())];
    }

    /// <summary>The response over some rows. A single row's runs draw numbers of their own.</summary>
    private ResponseEstimate Mean(Response response, List<(int Number, Contribution[]?[] Rows)> replications, IReadOnlyList<int> rows)
    {
        var tally = new ResponseTally(response, runs.Study.HasSharedDraws && rows.Count > 1);
        foreach (var (number, parts) in replications)
        {
            foreach (var row in rows)
            {
                if (parts[row] is { } own)
                    tally.Add(number, own);
            }
        }
        return tally.Build();
    }

    private Difference DifferenceOf(Response response, List<(int Number, Contribution[]?[] Rows)> replications, IReadOnlyList<(int Row, int Baseline)> rows)
    {
        var tally = new PairedTally(response, runs.Study.HasSharedDraws && rows.Count > 1);
        foreach (var (number, parts) in replications)
        {
            foreach (var (row, baseline) in rows)
            {
                if (parts[row] is { } own && parts[baseline] is { } other)
                    tally.Add(number, own, other);
            }
        }
        return tally.Build();
    }
}
