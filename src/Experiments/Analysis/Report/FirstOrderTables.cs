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
    /// <summary>Responses that are held in memory at a time.</summary>
    private const int MostTogether = 2 * GivenSample.Lanes;

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
            var pending = new List<(RowAnswers Answers, int[] Known)>();
            foreach (var response in rows >= FirstOrderIndices.FewestRows && factors.Length > 0 ? responses.All : [])
            {
                var answers = new RowAnswers(runs, scenario, response, responses);
                if (KnownOf(answers, rows) is not { } known)
                    continue;
                if (pending.Count == MostTogether || (pending.Count > 0 && !pending[0].Known.AsSpan().SequenceEqual(known)))
                {
                    foreach (var set in Of(pending, factors))
                        yield return set;
                    pending.Clear();
                }
                pending.Add((answers, known));
            }
            foreach (var set in Of(pending, factors))
                yield return set;
        }
    }

    /// <summary>The rows that have an answer, where so many have runs that are done; null where too few have one, with a note where not all have.</summary>
    private int[]? KnownOf(RowAnswers rows, int done)
    {
        int[] known = [.. Enumerable.Range(0, design.Rows).Where(row => !double.IsNaN(rows.Rows[row]))];
        var where = $"{rows.Response.Name} in {runs.Study.Scenarios[rows.Scenario].Name}";
        var count = string.Create(CultureInfo.InvariantCulture, $"{known.Length} of {done} rows have an answer");
        if (known.Length < FirstOrderIndices.FewestRows)
        {
            notes.Add($"No first-order indices of {where}: {count}.");
            return null;
        }
        if (known.Length < done)
            notes.Add($"First-order indices of {where} leave rows out: {count}.");
        return known;
    }

    /// <summary>The indices of responses that the same rows answer.</summary>
    private IEnumerable<FirstOrderSet> Of(List<(RowAnswers Answers, int[] Known)> pending, int[] factors)
    {
        if (pending.Count == 0)
            return [];
        var known = pending[0].Known;
        var indices = FirstOrderIndices.Of(
            [.. factors.Select(factor => known.Select(row => design.Cells[row, factor]).ToArray())],
            [.. pending.Select(one => (Only(one.Answers.Rows, known), Only(one.Answers.Noise(), known)))], bootstrap);
        string[] keys = [.. factors.Select(factor => design.Factors[factor].Key)];
        return pending.Zip(indices, (one, made) => new FirstOrderSet(runs.Study.Scenarios[one.Answers.Scenario].Name, one.Answers.Response, runs.Study.Replications, keys, made));
    }

    private static double[] Only(double[] values, int[] rows) => [.. rows.Select(row => values[row])];
}
