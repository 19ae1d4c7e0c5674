using System.CommandLine;
using Agents;
using Commands.Screen;
using Experiments.Calibration;

namespace Commands;

/// <summary><c>abm compare</c>: whether two calibrations with other seeds found the same.</summary>
internal static class CompareCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var first = new Argument<string>("first") { Description = "The directory of a calibration that is over; it takes the table." };
        var second = new Argument<string>("second") { Description = "The directory of another one, with another seed." };
        var command = new Command("compare", "Say whether two calibrations of the same parameters on the same targets agree.") { first, second };
        command.SetAction(result =>
        {
            var (comparison, complaint, code) = CalibrationComparison.Of(result.GetRequiredValue(first), result.GetRequiredValue(second), models);
            if (comparison is null)
                terminal.Error.WriteLine(complaint);
            else
                ComparisonTable.Write(comparison, Path.Combine(result.GetRequiredValue(first), CalibrationComparison.FileName), terminal);
            return code;
        });
        return command;
    }
}
