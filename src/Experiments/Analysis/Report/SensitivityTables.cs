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
    private readonly List<RowAnswers> answers = [];

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
                var rows = new RowAnswers(runs, scenario, response, responses);
                if (CanBeUsed(rows))
                    answers.Add(rows);
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
        foreach (var rows in answers)
        {
            SaltelliSample Sample(double[] values) => SaltelliSample.OfRows(values, layout, isMoved);
            var noise = rows.Runs is { } values
                ? NoiseShare.Of(values, runs.Study.Replications, layout.RowsPerPoint, runs.Study.CommonRandomNumbers, bootstrap)
                : Estimate.None;
            yield return new SobolSet(
                runs.Study.Scenarios[rows.Scenario].Name, rows.Response, runs.Study.Replications,
                [.. design.Factors.Select(factor => factor.IsIn(rows.Scenario) ? factor.Key : null)],
                SobolIndices.Of(Sample(rows.Rows), bootstrap, rows.Chance, replications => Sample(rows.RowsOf(replications))) with { Noise = noise });
        }
    }

    public IEnumerable<MorrisSet> Morris()
    {
        if (design.Method != DesignMethod.Morris)
            yield break;
        var groups = design.Settings.Groups;
        List<IReadOnlyList<Move?>> moves = [.. Enumerable.Range(0, runs.Done.Count).Select(Moves)];
        foreach (var rows in answers)
        {
            // A step is compared over the replications that have a value on both sides of it: otherwise it would show which are missing.
            IReadOnlyList<double[]> Effects(int[] replications) =>
                MorrisMeasures.Effects(rows.Rows.Length, (before, after) => rows.Change(before, after, replications), moves[rows.Scenario], groups.Count);
            yield return new MorrisSet(
                runs.Study.Scenarios[rows.Scenario].Name, rows.Response, runs.Study.Replications,
                [.. groups.Select(group => group.Factors.Any(factor => design.Factors[factor].IsIn(rows.Scenario)) ? group.Name : null)],
                MorrisMeasures.Of(
                    Effects(rows.All), groups.Any(group => group.Factors.Count > 1), rows.Rows.All(value => value == rows.Rows[0]), bootstrap, rows.Chance, Effects));
        }
    }

    /// <summary>
    /// Whether a response has what indices need, with a note where not all is well. The three rows of a Sobol' index are
    /// compared with one another, so that each run has to have a value; the two of a Morris step are paired.
    /// </summary>
    private bool CanBeUsed(RowAnswers rows)
    {
        var (missing, lost) = (rows.Missing, rows.Rows.Count(double.IsNaN));
        if (missing == 0)
            return true;
        var where = $"{rows.Response.Name} in {runs.Study.Scenarios[rows.Scenario].Name}";
        var count = string.Create(CultureInfo.InvariantCulture, $"{missing} of {runs.Done[rows.Scenario].Count} runs have no value of it");
        var canBe = lost == 0 && design.Method == DesignMethod.Morris;
        notes.Add(canBe ? $"Effects on {where} are over the replications that have a value on both sides of a step: {count}." : $"No indices of {where}: {count}.");
        return canBe;
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
