using Experiments.Analysis.Sensitivity;
using Experiments.Config;
using Experiments.Statistics;

namespace Experiments.Analysis.Report;

/// <summary>What the rows of a design answer in one scenario, replication by replication.</summary>
internal sealed class RowAnswers
{
    private readonly Study study;
    private readonly Contribution[][] cells;
    private readonly int parts;

    public RowAnswers(RunSet runs, int scenario, Response response, Responses responses)
    {
        (study, Scenario, Response) = (runs.Study, scenario, response);
        cells = new Contribution[study.Design.Rows * study.Replications][];
        parts = response.Statistic.Parts.Count();
        foreach (var run in runs.Done[scenario])
            cells[(runs.RowOf(run) - 1) * study.Replications + run.Replication - 1] = responses.PartsOf(response, run);
        All = [.. Enumerable.Range(0, study.Replications)];
        Rows = RowsOf(All);
    }

    /// <summary>The scenario, from 0.</summary>
    public int Scenario { get; }

    public Response Response { get; }

    /// <summary>The replications, from 0.</summary>
    public int[] All { get; }

    /// <summary>The response of every row over all replications; NaN where none has a value.</summary>
    public double[] Rows { get; }

    /// <summary>Runs without a value.</summary>
    public int Missing => cells.Count(cell => Contribution.AreNone(cell));

    /// <summary>The replications as evidence: where rows share their random numbers, few of them cannot tell chance from effect, unless there is none.</summary>
    public Chance Chance => new(study.Replications, study.HasSharedDraws && study.Replications < ConvergenceWords.FewestReplications && (study.Replications == 1 || IsLeftToChance));

    /// <summary>Each run's own value, row by row; null where a run has none, or the response is no mean over runs.</summary>
    public double[]? Runs => Response.Statistic.IsMeanOverRuns && Missing == 0 ? [.. cells.Select(cell => Contribution.Value(Response.Statistic, cell))] : null;

    private bool IsLeftToChance => Enumerable.Range(0, study.Design.Rows).Any(row => All.Any(replication => !Cell(row, replication).SequenceEqual(Cell(row, 0))));

    /// <summary>The response of every row over some replications.</summary>
    public double[] RowsOf(int[] replications) => [.. Enumerable.Range(0, study.Design.Rows).Select(row => Over(row, replications, row))];

    /// <summary>What the response changes by from one row (from 0) to another, over the replications in which both have a value; NaN where none has.</summary>
    public double Change(int before, int after, int[] replications) => Over(after, replications, before) - Over(before, replications, after);

    /// <summary>
    /// The variance that the replications of each row give to its response, by leaving out one of them at a time; NaN for a row
    /// with fewer than two that have a value. What all rows share of a replication does not tell them apart and is no part of it.
    /// </summary>
    public double[] Noise()
    {
        // A single replication does not tell; most large designs have no more.
        if (study.Replications < 2)
            return [.. Enumerable.Repeat(double.NaN, study.Design.Rows)];
        double[][] pulls = [.. Enumerable.Range(0, study.Design.Rows).Select(Pulls)];
        var shared = new double[study.Replications];
        for (var replication = 0; study.HasSharedDraws && replication < shared.Length; replication++)
            shared[replication] = pulls.Select(row => row[replication]).Where(pull => !double.IsNaN(pull)).DefaultIfEmpty(0).Average();
        return
        [
            .. pulls.Select(row =>
            {
                double[] own = [.. All.Where(replication => !double.IsNaN(row[replication])).Select(replication => row[replication] - shared[replication])];
                return Jackknife.Variance([.. own.Select(pull => pull / (own.Length - 1))]);
            }),
        ];
    }

    /// <summary>How far each replication pulls the response of a row from what the others say, times their number: of a mean, its own deviation. NaN where it has no value.</summary>
    private double[] Pulls(int row)
    {
        int[] known = [.. All.Where(replication => !Contribution.AreNone(Cell(row, replication)))];
        var sum = Sum(row, known, row);
        var pulls = Enumerable.Repeat(double.NaN, study.Replications).ToArray();
        double[] left = [.. known.Select(replication => Contribution.Value(Response.Statistic, [.. sum.Zip(Cell(row, replication), (all, own) => all - own)]))];
        for (var i = 0; i < known.Length; i++)
            pulls[known[i]] = (left.Average() - left[i]) * (known.Length - 1);
        return pulls;
    }

    /// <summary>The response of a row, over the replications in which another one has a value too.</summary>
    private double Over(int row, int[] replications, int other) => Contribution.Value(Response.Statistic, Sum(row, replications, other));

    private Contribution[] Sum(int row, int[] replications, int other)
    {
        var sum = new Contribution[parts];
        foreach (var replication in replications)
        {
            if (Contribution.AreNone(Cell(row, replication)) || Contribution.AreNone(Cell(other, replication)))
                continue;
            for (var part = 0; part < parts; part++)
                sum[part] += Cell(row, replication)[part];
        }
        return sum;
    }

    private Contribution[] Cell(int row, int replication) => cells[row * study.Replications + replication];
}
