using System.CommandLine;
using System.Text;
using Agents;
using Experiments.Config;

namespace Cli.Commands;

/// <summary><c>abm init</c>: writes a first config of a model, and beside it the schema by which editors help.</summary>
internal static class InitCommand
{
    public static Command Make(IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var name = new Argument<string>("model") { Description = "The model's name; abm models lists them." };
        var output = new Option<string?>("--out") { Description = "The config to write; the default is MODEL.yaml.", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace files that are there." };
        var command = new Command("init", "Write a commented first config of a model, which runs as it is, and its JSON Schema beside it.") { name, output, force };
        command.SetAction(result =>
        {
            var model = DescribeCommand.Find(result.GetRequiredValue(name), models, "abm init");
            Write(model, result.GetValue(output) ?? $"{model.Name}.yaml", result.GetValue(force), terminal);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(ModelDefinition model, string path, bool force, Terminal terminal)
    {
        if (path.Trim().Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            throw Refusal($"{Problem.Quote(path)} is not the name of a file");
        var schema = $"{model.Name}.schema.json";
        (string Path, string Text)[] files =
        [
            (Path.Combine(Path.GetDirectoryName(path) ?? "", schema), ConfigSchema.Of(model)),
            (path, StarterConfig.Write(model, path, schema)),
        ];
        foreach (var file in files.Where(file => !force && IsOther(file.Path, file.Text)))
            throw Refusal($"{Problem.Quote(file.Path)} is there already: --force replaces it");
        try
        {
            foreach (var file in files)
                File.WriteAllText(file.Path, file.Text, new UTF8Encoding(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Refusal($"{Problem.Quote(path)} cannot be written: {exception.Message}");
        }
        terminal.Out.WriteLine($"{path}: abm run {path} runs it as it is; {schema} beside it is for editors.");
    }

    /// <summary>True where something else than we would write stands.</summary>
    private static bool IsOther(string path, string text) =>
        Path.Exists(path) && !(File.Exists(path) && new FileInfo(path).Length == Encoding.UTF8.GetByteCount(text) && File.ReadAllText(path) == text);

    private static ConfigException Refusal(string message) => new(new Problem("--out", 0, 0, "", message));
}
