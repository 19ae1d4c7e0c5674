using System.Globalization;
using Experiments.Analysis.Sensitivity;
using Experiments.Config;
using Experiments.Design;

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
    private readonly List<(int Scenario, Response Response, double[] Answers)> answers = [];

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
                if (Answers(scenario, response, responses) is { } found)
                    answers.Add((scenario, response, found));
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
                ? string.Create(CultureInfo.InvariantCulture, $"No indices: row {row} of the design is not where its method puts it, so that the rows do not belong together. Restore design.csv, or run the study anew.")
                : null;
        var count = runs.Planned - runs.Count;
        var named = string.Join(", ", runs.FirstNotDone(NamedRuns).Select(runId => runId.ToString(CultureInfo.InvariantCulture)));
        return string.Create(CultureInfo.InvariantCulture,
            $"No indices: they need every run of the design, and {count} of {runs.Planned} are missing or failed (run_id {named}{(count > NamedRuns ? ", ..." : "")}). Complete them with: abm resume {directory}");
    }

    public IEnumerable<SobolSet> Sobol()
    {
        if (design.Method != DesignMethod.Saltelli)
            yield break;
        var layout = design.SaltelliLayout();
        foreach (var (scenario, response, values) in answers)
        {
            yield return new SobolSet(
                runs.Study.Scenarios[scenario].Name, response, runs.Study.Replications,
                [.. design.Factors.Select(factor => factor.IsIn(scenario) ? factor.Key : null)],
                SobolIndices.Of(SaltelliSample.OfRows(values, layout), bootstrap));
        }
    }

    public IEnumerable<MorrisSet> Morris()
    {
        if (design.Method != DesignMethod.Morris)
            yield break;
        var moves = Moves();
        var groups = design.Settings.Groups;
        foreach (var (scenario, response, values) in answers)
        {
            yield return new MorrisSet(
                runs.Study.Scenarios[scenario].Name, response, runs.Study.Replications,
                [.. groups.Select(group => group.Factors.Any(factor => design.Factors[factor].IsIn(scenario)) ? group.Name : null)],
                MorrisMeasures.Of(MorrisMeasures.Effects(values, moves, groups.Count), groups.Any(group => group.Factors.Count > 1), bootstrap));
        }
    }

    /// <summary>The mean of every row over its replications; null, with a note, where a run has no value.</summary>
    private double[]? Answers(int scenario, Response response, Responses responses)
    {
        var read = responses.Reader(response);
        var sums = new double[design.Rows];
        foreach (var run in runs.Done[scenario])
            sums[runs.RowOf(run) - 1] += read(run);
        if (!sums.Any(double.IsNaN))
            return [.. sums.Select(sum => sum / runs.Study.Replications)];
        var empty = runs.Done[scenario].Count(run => double.IsNaN(read(run)));
        notes.Add(string.Create(CultureInfo.InvariantCulture,
            $"No indices of {response.Name} in {runs.Study.Scenarios[scenario].Name}: {empty} of {runs.Done[scenario].Count} runs have no value of it."));
        return null;
    }

    /// <summary>What moved in every step. Where rounding kept a value, the groups that have not moved yet stand for such steps, in order: their effect is 0.</summary>
    private List<Move> Moves()
    {
        var layout = design.MorrisLayout();
        var count = design.Settings.Groups.Count;
        var moves = new List<Move>();
        for (var trajectory = 0; trajectory < design.Rows / layout.RowsPerTrajectory; trajectory++)
        {
            var steps = Enumerable.Range(1, count).Select(step => design.MorrisStep(trajectory, step)).ToList();
            var unmoved = new Queue<int>(Enumerable.Range(0, count).Except(steps.Select(step => step?.Group ?? -1)));
            foreach (var step in steps)
                moves.Add(step is { } moved ? new Move(moved.Group, moved.IsUpward ? layout.Step : -layout.Step) : new Move(unmoved.Dequeue(), layout.Step));
        }
        return moves;
    }

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
