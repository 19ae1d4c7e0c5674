using Experiments.Config;
using Experiments.Design;
using Experiments.Statistics;

namespace Experiments.Calibration;

/// <summary>Makes the study that runs a batch of proposals.</summary>
internal static class BatchStudy
{
    /// <summary>The study, with one design row for each proposal that the model accepts, and which proposals they are.</summary>
    /// <param name="study">The study that is calibrated.</param>
    /// <param name="plan">The calibration.</param>
    /// <param name="cells">The proposals' values.</param>
    /// <param name="seed">The batch's own seed.</param>
    /// <returns>No study where all are refused; the number of each row's proposal, from 0.</returns>
    public static (Study? Study, IReadOnlyList<int> Proposals) Of(Study study, CalibrationPlan plan, IReadOnlyList<double[]> cells, int seed)
    {
        var all = WithRows(study, plan, cells, seed);
        var check = new DesignCheck(new ValueReader(), new CombinationCheck(study.Model, study.Catalogue));
        var accepted = Enumerable.Range(0, cells.Count).Where(i => check.Complaint(all.Design, study.Scenarios, i + 1) is null).ToList();
        if (accepted.Count == cells.Count)
            return (all, accepted);
        return (accepted.Count == 0 ? null : WithRows(study, plan, [.. accepted.Select(i => cells[i])], seed), accepted);
    }

    /// <summary>The study with the values of its config, recording what the targets read.</summary>
    public static Study AsConfigured(Study study, CalibrationPlan plan) => Recording(study, plan);

    /// <summary>The statistics that the targets are made of.</summary>
    public static IReadOnlyList<RunStatistic> PartsOf(CalibrationPlan plan) => [.. plan.Targets.SelectMany(target => target.Statistic.Parts)];

    private static Study WithRows(Study study, CalibrationPlan plan, IReadOnlyList<double[]> cells, int seed)
    {
        var matrix = new PointMatrix(cells.Count, plan.Factors.Count);
        for (var row = 0; row < cells.Count; row++)
            cells[row].CopyTo(matrix.Row(row));
        return Recording(study with
        {
            Seed = seed,
            Replications = plan.Replications,
            // Every particle draws its own numbers, but its scenarios share them: targets compare scenarios.
            CommonRandomNumbers = false,
            RowsDrawAlone = true,
            Design = new StudyDesign { Method = DesignMethod.List, Factors = plan.Factors, Cells = matrix },
        }, plan);
    }

    private static Study Recording(Study study, CalibrationPlan plan)
    {
        var made = study with { Every = RowsNeeded.Every(PartsOf(plan), study), ModelMeasures = plan.Measures, AgentMeasures = [], Responses = [], Notes = [] };
        return made with { ResolvedYaml = ResolvedConfig.Write(made, study.Scenarios[0].Values) };
    }
}
