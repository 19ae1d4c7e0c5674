using Experiments.Tests.Config;

namespace Cli.Tests;

/// <summary>What a command line says and how it ends, run inside this process with a small model.</summary>
internal sealed record Screen(int ExitCode, string Out, string Error)
{
    public static Screen Of(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(arguments, HerdModel.Models, new Terminal(output, error));
        return new Screen(code, output.ToString(), error.ToString());
    }
}
