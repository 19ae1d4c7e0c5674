using System.Globalization;
using Experiments.Analysis.Sensitivity;
using Experiments.Config;
using Experiments.Design;
using Experiments.Statistics;

namespace Experiments.Analysis.Report;

/// <summary>Sobol' indices and Morris measures of a stored result, for every response and scenario.</summary>
internal sealed class SensitivityTables
{
    /// <summary>Runs that are named one by one.</summary>
    private const int NamedRuns = 10;

    private readonly RunSet runs;
    private readonly StudyDesign design;
    private readonly Bootstrap bootstrap;
    private readonly List<string> notes;
    private readonly List<(int Scenario, Response Response, double[] Answers, Estimate Noise)> answers = [];

    /// <param name="runs">All runs of a design for indices.</param>
    /// <param name="responses">What to look at.</param>
    /// <param name="bootstrap">Makes the intervals.</param>
    /// <param name="notes">Takes what a reader must know.</param>
    public SensitivityTables(RunSet runs, Responses responses, Bootstrap bootstrap, List<string> notes)
    {
        (this.runs, design, this.bootstrap, this.notes) = (runs, runs.Study.Design, bootstrap, notes);
        for (var scenario = 0; scenario < runs.Done.Count; scenario++)
        {
            foreach (var response in responses.All)
            {
                if (Rows(scenario, response, responses) is { } rows)
                    answers.Add((scenario, response, rows, Noise(scenario, response, responses)));
            }
        }
    }

    /// <summary>True for a study whose design is made for indices.</summary>
    public static bool AreFor(Study study) => study.Design.Method is DesignMethod.Saltelli or DesignMethod.Morris;

    /// <summary>Why there can be no indices, or null: they need every row of the design, whole and unchanged.</summary>
    public static string? Refusal(RunSet runs, string directory)
    {
        if (runs.Count == runs.Planned)
            return Mismatch(runs.Study.Design) is { } row
                ? string.Create(CultureInfo.InvariantCulture, $"No indices: row {row} of the design is not where its method puts it, so that the rows do not belong together. abm resume {directory} puts design.csv right where the config gives it again, or says what to do.")
                : null;
        var count = runs.Planned - runs.Count;
        var named = string.Join(", ", runs.FirstNotDone(NamedRuns).Select(runId => runId.ToString(CultureInfo.InvariantCulture)));
        return string.Create(CultureInfo.InvariantCulture,
            $"No indices: they need every run of the design, and {count} of {runs.Planned} are missing or failed (run_id {named}{(count > NamedRuns ? ", ..." : "")}). Complete them with: {runs.Completion(directory)}");
    }

    public IEnumerable<SobolSet> Sobol()
    {
        if (design.Method != DesignMethod.Saltelli)
            yield break;
        var layout = design.SaltelliLayout();
        bool[] isMoved = [.. Enumerable.Range(0, layout.Factors).Select(factor => IsMoved(layout, factor))];
        foreach (var (scenario, response, values, noise) in answers)
        {
            yield return new SobolSet(
                runs.Study.Scenarios[scenario].Name, response, runs.Study.Replications,
                [.. design.Factors.Select(factor => factor.IsIn(scenario) ? factor.Key : null)],
                SobolIndices.Of(SaltelliSample.OfRows(values, layout, isMoved), bootstrap) with { Noise = noise });
        }
    }

    public IEnumerable<MorrisSet> Morris()
    {
        if (design.Method != DesignMethod.Morris)
            yield break;
        var groups = design.Settings.Groups;
        List<IReadOnlyList<Move?>> moves = [.. Enumerable.Range(0, runs.Done.Count).Select(Moves)];
        foreach (var (scenario, response, values, _) in answers)
        {
            yield return new MorrisSet(
                runs.Study.Scenarios[scenario].Name, response, runs.Study.Replications,
                [.. groups.Select(group => group.Factors.Any(factor => design.Factors[factor].IsIn(scenario)) ? group.Name : null)],
                MorrisMeasures.Of(
                    MorrisMeasures.Effects(values, moves[scenario], groups.Count), groups.Any(group => group.Factors.Count > 1), values.All(value => value == values[0]), bootstrap));
        }
    }

    /// <summary>The response of every row, over its replications; null, with a note, where a row has no run with a value.</summary>
    private double[]? Rows(int scenario, Response response, Responses responses)
    {
        var sums = new Contribution[design.Rows][];
        var empty = 0;
        foreach (var run in runs.Done[scenario])
        {
            var parts = responses.PartsOf(response, run);
            empty += parts.All(part => part.Bottom == 0) ? 1 : 0;
            ref var sum = ref sums[runs.RowOf(run) - 1];
            sum = sum is null ? [.. parts] : [.. sum.Zip(parts, (all, one) => all + one)];
        }
        double[] rows = [.. sums.Select(sum => Contribution.Value(response.Statistic, sum))];
        var lost = rows.Count(double.IsNaN);
        var where = $"{response.Name} in {runs.Study.Scenarios[scenario].Name}";
        if (lost > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"No indices of {where}: {empty} of {runs.Done[scenario].Count} runs have no value of it, and {lost} of {design.Rows} rows have no other."));
        else if (empty > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Indices of {where} are over the runs that have a value: {empty} of {runs.Done[scenario].Count} have none."));
        return lost > 0 ? null : rows;
    }

    /// <summary>The share of the noise; none where a run has no value of its own.</summary>
    private Estimate Noise(int scenario, Response response, Responses responses)
    {
        if (design.Method != DesignMethod.Saltelli || !response.Statistic.IsMeanOverRuns)
            return Estimate.None;
        var read = responses.Reader(response);
        var values = new double[design.Rows * runs.Study.Replications];
        foreach (var run in runs.Done[scenario])
            values[(runs.RowOf(run) - 1) * runs.Study.Replications + run.Replication - 1] = read(run);
        return values.Any(double.IsNaN)
            ? Estimate.None
            : NoiseShare.Of(values, runs.Study.Replications, design.SaltelliLayout().RowsPerPoint, runs.Study.CommonRandomNumbers, bootstrap);
    }

    /// <summary>Whether the samples A and B differ in a factor anywhere.</summary>
    private bool IsMoved(SaltelliLayout layout, int factor) => Enumerable.Range(0, design.Rows / layout.RowsPerPoint)
        .Any(point => design.Cells[layout.RowOfA(point) - 1, factor] != design.Cells[layout.RowOfB(point) - 1, factor]);

    /// <summary>What moved in every step as a scenario sees it, and how far; null where nothing did, or not all of a group.</summary>
    private List<Move?> Moves(int scenario)
    {
        var layout = design.MorrisLayout();
        return
        [
            .. from trajectory in Enumerable.Range(0, design.Rows / layout.RowsPerTrajectory)
               from step in Enumerable.Range(1, design.Settings.Groups.Count)
               select design.MorrisStep(trajectory, step) is { } moved
                   ? MoveOf(moved.Group, scenario, layout.RowOf(trajectory, step - 1) - 1, layout.RowOf(trajectory, step) - 1)
                   : null,
        ];
    }

    /// <summary>A factor's own step; of a group the mean size of the steps of those factors that act in the scenario.</summary>
    private Move? MoveOf(int group, int scenario, int before, int after)
    {
        var members = design.Settings.Groups[group].Factors;
        if (members.Any(factor => design.Factors[factor].IsIn(scenario)))
            members = [.. members.Where(factor => design.Factors[factor].IsIn(scenario))];
        double[] steps = [.. members.Select(factor => PositionOf(factor, after) - PositionOf(factor, before))];
        if (steps.Any(step => step == 0 || double.IsNaN(step)))
            return null;
        return new Move(group, steps.Length == 1 ? steps[0] : steps.Average(Math.Abs));
    }

    private double PositionOf(int factor, int row) => design.Factors[factor].Range!.PositionOf(design.Cells[row, factor]);

    /// <summary>The first row (from 1) of a design for indices that does not stand in the place that its method gives it, or null.</summary>
    private static int? Mismatch(StudyDesign design) => design.Method == DesignMethod.Saltelli ? SaltelliMismatch(design) : MorrisMismatch(design);

    private static int? SaltelliMismatch(StudyDesign design)
    {
        var layout = design.SaltelliLayout();
        if (design.Rows % layout.RowsPerPoint != 0)
            return design.Rows;
        for (var point = 0; point < design.Rows / layout.RowsPerPoint; point++)
        {
            var (a, b) = (layout.RowOfA(point), layout.RowOfB(point));
            for (var factor = 0; factor < layout.Factors; factor++)
            {
                if (!IsMixture(layout.RowOfAB(point, factor), a, b, factor))
                    return layout.RowOfAB(point, factor);
                if (layout.HasSecondOrder && !IsMixture(layout.RowOfBA(point, factor), b, a, factor))
                    return layout.RowOfBA(point, factor);
            }
        }
        return null;

        bool IsMixture(int row, int own, int other, int factor) =>
            Enumerable.Range(0, layout.Factors).All(column => design.Cells[row - 1, column] == design.Cells[(column == factor ? other : own) - 1, column]);
    }

    private static int? MorrisMismatch(StudyDesign design)
    {
        var (layout, groups) = (design.MorrisLayout(), design.Settings.Groups);
        if (design.Rows % layout.RowsPerTrajectory != 0)
            return design.Rows;
        for (var trajectory = 0; trajectory < design.Rows / layout.RowsPerTrajectory; trajectory++)
        {
            var moved = new HashSet<int>();
            for (var step = 1; step <= groups.Count; step++)
            {
                var (before, after) = (layout.RowOf(trajectory, step - 1), layout.RowOf(trajectory, step));
                var changed = Enumerable.Range(0, design.Factors.Count).Where(column => design.Cells[before - 1, column] != design.Cells[after - 1, column]).ToList();
                if (design.MorrisStep(trajectory, step) is { } one && (!moved.Add(one.Group) || changed.Except(groups[one.Group].Factors).Any()))
                    return after;
            }
        }
        return null;
    }
}
