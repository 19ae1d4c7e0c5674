using System.CommandLine;
using Agents;

namespace Commands;

/// <summary><c>abm check</c>: validates a config, prints it resolved, and says what it will cost.</summary>
internal static class CheckCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var options = new StudyOptions();
        var command = new Command("check", "Validate a config, print it with every value written out, and say what it will cost (as comments).");
        var threads = ExecutionOptions.MakeThreads();
        options.AddTo(command);
        command.Add(threads);
        command.SetAction(result =>
        {
            var count = ExecutionOptions.ThreadsOf(result.GetValue(threads));
            var study = options.Load(result, models, terminal);
            terminal.Out.Write(study.ResolvedYaml);
            terminal.Out.Flush();
            foreach (var line in Cost.Of(study).Lines(count))
                terminal.Out.WriteLine($"# {line}");
            return ExitCode.Done;
        });
        return command;
    }
}
