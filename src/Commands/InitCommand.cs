using System.CommandLine;
using System.Text;
using Agents;
using Experiments.Config;

namespace Commands;

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
        var schema = $"{model.Name}.schema.json";
        OwnFiles.Write(
            "--out",
            force,
            (Path.Combine(Path.GetDirectoryName(path) ?? "", schema), Encoding.UTF8.GetBytes(ConfigSchema.Of(model))),
            (path, Encoding.UTF8.GetBytes(StarterConfig.Write(model, path, schema))));
        terminal.Out.WriteLine($"{path}: abm run {path} runs it as it is; {schema} beside it is for editors.");
    }
}
