using System.Globalization;
using System.Text;

namespace Experiments.Config;

/// <summary>Writes a calibration as a section of a config in which nothing is left to defaults.</summary>
internal static class CalibrationText
{
    /// <summary>The lines, ended by a line break.</summary>
    public static string Write(CalibrationPlan plan)
    {
        var text = new StringBuilder($"{CalibrationReader.Section}:\n");
        Line(text, $"  method: {CalibrationReader.MethodWords[(int)plan.Method]}");
        Line(text, $"  particles: {plan.Particles}");
        Line(text, $"  replications: {plan.Replications}");
        if (plan.Method != CalibrationMethod.Guided)
            Line(text, $"  quantile: {plan.Quantile:R}");
        Line(text, $"  batch: {plan.Batch}");
        Line(text, $"  predictive: {plan.Predictive}");
        if (plan.Method == CalibrationMethod.Sequential)
        {
            Line(text, $"  generations: {plan.Generations}");
            Line(text, $"  tolerance: {plan.Tolerance:R}");
            Line(text, $"  min_acceptance: {plan.MinAcceptance:R}");
        }
        if (plan.Method == CalibrationMethod.Guided)
        {
            Line(text, $"  initial: {plan.Initial}");
            Line(text, $"  proposals: {plan.Budget}");
            Line(text, $"  explore: {plan.Explore:R}");
        }
        Line(text, $"  targets:");
        foreach (var target in plan.Targets)
            Line(text, $"    {ResolvedConfig.Word(target.Name)}: {target.ToString()}");
        Line(text, $"  parameters:");
        foreach (var factor in plan.Factors)
            Line(text, $"    {DesignText.Factor(factor)}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
