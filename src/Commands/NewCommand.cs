using System.CommandLine;
using System.Text;
using Experiments.Config;

namespace Commands;

/// <summary><c>abm new</c>: writes a project with a model, a config that runs it and a test of it.</summary>
internal static class NewCommand
{
    private const string Root = "Template/", Placeholder = "MyModel", ConfigPlaceholder = "my-model";
    private const int LongestName = 60;

    /// <summary>What only <c>dotnet new</c> reads.</summary>
    private const string Settings = Root + ".template.config/";

    public static Command Make(Terminal terminal)
    {
        var name = new Argument<string>("name") { Description = "The model's name, as a class of C# has it, such as Rumour." };
        var packages = new Option<string?>("--packages") { Description = "The folder that dotnet pack wrote the packages into, where no feed has them.", HelpName = "FOLDER" };
        var output = new Option<string?>("--out") { Description = "The folder to write; the default is NAME.", HelpName = "FOLDER" };
        var command = new Command("new", "Write a project: a model, a config that runs it, and a test that holds it to the determinism contract.") { name, packages, output };
        command.SetAction(result =>
        {
            var named = Named(result.GetRequiredValue(name));
            var folder = result.GetValue(output) ?? named;
            Write(folder, Files(named, result.GetValue(packages)));
            terminal.Out.WriteLine($"{folder}: dotnet test in it builds and tests the model; README.md there says how to run it.");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Named(string typed) =>
        typed.Length <= LongestName && typed.Length > 1 && char.IsAsciiLetterUpper(typed[0]) && typed.All(char.IsAsciiLetterOrDigit) && typed is not ("Model" or "Models" or "People" or "Parameters")
            ? typed
            : throw Refusal("name", $"{Problem.Quote(typed)} cannot be the class of a model: it begins with a capital letter, has letters and digits, two or more, and is none of Model, Models, People and Parameters");

    private static List<(string Path, byte[] Bytes)> Files(string name, string? packages)
    {
        var assembly = typeof(NewCommand).Assembly;
        var files = assembly.GetManifestResourceNames().Select(resource => (Resource: resource, Path: resource.Replace('\\', '/')))
            .Where(one => one.Path.StartsWith(Root, StringComparison.Ordinal) && !one.Path.StartsWith(Settings, StringComparison.Ordinal))
            .OrderBy(one => one.Path, StringComparer.Ordinal)
            .Select(one => (Filled(one.Path[Root.Length..], name), Encoding.UTF8.GetBytes(Filled(Text(one.Resource), name)))).ToList();
        if (packages is not null)
            files.Add(("nuget.config", Encoding.UTF8.GetBytes(Sources(packages))));
        return files;

        string Text(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd();
        }
    }

    private static string Filled(string text, string name) => text.Replace(Placeholder, name, StringComparison.Ordinal).Replace(ConfigPlaceholder, Kebab(name), StringComparison.Ordinal);

    /// <summary>HTMLModel2 is html-model-2, as <c>dotnet new</c> has it too.</summary>
    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var begins = i > 0 && (char.IsAsciiLetterUpper(name[i])
                ? !char.IsAsciiLetterUpper(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]))
                : char.IsAsciiDigit(name[i]) && !char.IsAsciiDigit(name[i - 1]));
            text.Append(begins ? "-" : "").Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }

    private static string Sources(string packages)
    {
        if (!Directory.Exists(packages) || !Directory.EnumerateFiles(packages, "KeyedAgents*.nupkg").Any())
            throw Refusal("--packages", $"{Problem.Quote(packages)} holds no package of KeyedAgents: dotnet pack -c Release -o {packages}, in the repository, writes them");
        return $"""
            <configuration>
              <packageSources>
                <add key="KeyedAgents" value="{System.Security.SecurityElement.Escape(Path.GetFullPath(packages))}" />
              </packageSources>
            </configuration>

            """;
    }

    /// <summary>Writes all or nothing: a folder that is there is never written into.</summary>
    private static void Write(string folder, List<(string Path, byte[] Bytes)> files)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.Exists(full))
            throw Refusal("--out", $"{Problem.Quote(folder)} is there already: choose another folder");
        var partial = full + ".partial";
        try
        {
            foreach (var (path, bytes) in files)
            {
                var target = Path.Combine(partial, path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllBytes(target, bytes);
            }
            Directory.Move(partial, full);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
            if (OwnFiles.IsFull(exception))
                throw;
            throw Refusal("--out", $"{Problem.Quote(folder)} cannot be written: {exception.Message}");
        }
    }

    private static ConfigException Refusal(string option, string message) => new(new Problem(option, 0, 0, "", message));
}
