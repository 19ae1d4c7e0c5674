using System.CommandLine;
using Experiments.Config;

namespace Cli.Commands;

/// <summary>The option that says where the results of a study go.</summary>
internal sealed class OutOption
{
    private readonly Option<string?> option = new("--out") { Description = "The directory for the results; the default is results/NAME.", HelpName = "DIR" };

    public void AddTo(Command command) => command.Add(option);

    /// <summary>The directory.</summary>
    /// <exception cref="ConfigException">It has no name.</exception>
    public string Read(ParseResult result, Study study)
    {
        if (result.GetValue(option) is not { } typed)
            return Path.Combine("results", study.Name);
        return typed.Trim().Length > 0 && !typed.Contains('\0', StringComparison.Ordinal)
            ? typed
            : throw new ConfigException(new Problem("--out", 0, 0, "", $"{Problem.Quote(typed)} is not the name of a directory"));
    }
}
