using Agents;
using Experiments.Tests.Config;

namespace Commands.Tests;

/// <summary>What a command line says and how it ends, run inside this process with a small model.</summary>
internal sealed record Screen(int ExitCode, string Out, string Error)
{
    public static Screen Of(params string[] arguments) => Of(HerdModel.Models, arguments);

    /// <summary>The same on a terminal of so many columns.</summary>
    public static Screen At(int width, params string[] arguments) => Of(HerdModel.Models, arguments, width);

    /// <summary>The same with the models that the executable knows.</summary>
    public static Screen OfRealModels(params string[] arguments) => Of(Cli.Models.All, arguments);

    /// <summary>The same with models of the test's own.</summary>
    public static Screen With(IReadOnlyList<ModelDefinition> models, params string[] arguments) => Of(models, arguments);

    private static Screen Of(IReadOnlyList<ModelDefinition> models, string[] arguments, int width = Terminal.Unlimited)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(arguments, models, new Terminal(output, error) { Width = width, ErrorWidth = width });
        return new Screen(code, output.ToString(), error.ToString());
    }
}
