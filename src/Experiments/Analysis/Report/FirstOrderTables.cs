using System.Globalization;
using Experiments.Analysis.Sensitivity;
using Experiments.Config;
using Experiments.Design;

namespace Experiments.Analysis.Report;

/// <summary>First-order indices from the rows of a sample, for every response and scenario.</summary>
/// <param name="runs">The runs; rows that have none with a value are left out.</param>
/// <param name="responses">What to look at.</param>
/// <param name="bootstrap">Makes the intervals.</param>
/// <param name="notes">Takes what a reader must know.</param>
internal sealed class FirstOrderTables(RunSet runs, Responses responses, Bootstrap bootstrap, List<string> notes)
{
    private readonly StudyDesign design = runs.Study.Design;

    /// <summary>True for a study whose rows are a sample of its factors; rows of a file that go through levels are none.</summary>
    public static bool AreFor(Study study) => study.Design.IsSample && LevelGrid.Of(study.Design.Method, study.Design.Cells) is null;

    public IEnumerable<FirstOrderSet> Make()
    {
        if (design.Rows < FirstOrderIndices.FewestRows)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"No first-order indices: they need {FirstOrderIndices.FewestRows} rows of a sample, and the design has {design.Rows}."));
            yield break;
        }
        for (var scenario = 0; scenario < runs.Done.Count; scenario++)
        {
            var rows = runs.Done[scenario].Select(runs.RowOf).Distinct().Count();
            if (rows < FirstOrderIndices.FewestRows)
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"No first-order indices in {runs.Study.Scenarios[scenario].Name}: they need {FirstOrderIndices.FewestRows} rows, and {rows} have a run that is done."));
            int[] factors = [.. Enumerable.Range(0, design.Factors.Count).Where(factor => design.Factors[factor].IsIn(scenario))];
            foreach (var response in rows >= FirstOrderIndices.FewestRows && factors.Length > 0 ? responses.All : [])
            {
                if (Of(new RowAnswers(runs, scenario, response, responses), rows, factors) is { } set)
                    yield return set;
            }
        }
    }

    /// <summary>The indices of one response in one scenario, of which so many rows have runs that are done; null where too few rows have an answer, with a note where not all have.</summary>
    private FirstOrderSet? Of(RowAnswers rows, int done, int[] factors)
    {
        int[] known = [.. Enumerable.Range(0, design.Rows).Where(row => !double.IsNaN(rows.Rows[row]))];
        var name = runs.Study.Scenarios[rows.Scenario].Name;
        var where = $"{rows.Response.Name} in {name}";
        var count = string.Create(CultureInfo.InvariantCulture, $"{known.Length} of {done} rows have an answer");
        if (known.Length < FirstOrderIndices.FewestRows)
        {
            notes.Add($"No first-order indices of {where}: {count}.");
            return null;
        }
        if (known.Length < done)
            notes.Add($"First-order indices of {where} leave rows out: {count}.");
        var noise = rows.Noise();
        return new FirstOrderSet(name, rows.Response, runs.Study.Replications, [.. factors.Select(factor => design.Factors[factor].Key)],
            FirstOrderIndices.Of(
                [.. factors.Select(factor => known.Select(row => design.Cells[row, factor]).ToArray())],
                [.. known.Select(row => rows.Rows[row])], [.. known.Select(row => noise[row])], bootstrap));
    }
}
