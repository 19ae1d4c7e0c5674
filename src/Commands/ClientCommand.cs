using System.CommandLine;
using Experiments.Config;

namespace Commands;

/// <summary><c>abm client</c>: writes the file by which a notebook in Python or R runs abm and reads its tables.</summary>
internal static class ClientCommand
{
    private static readonly (string Language, string File, string Use)[] Clients =
    [
        ("python", "abm.py", "import abm; study = abm.run({\"model\": \"boltzmann\"}); study.runs"),
        ("r", "abm.R", "source(\"abm.R\"); study <- abm_run(list(model = \"boltzmann\")); study$runs"),
    ];

    public static Command Make(Terminal terminal)
    {
        var language = new Argument<string>("language") { Description = "python or r." };
        var output = new Option<string?>("--out") { Description = "The file to write; the default is abm.py or abm.R here.", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace another file that is there." };
        var command = new Command("client", "Write the file by which a notebook runs abm and reads its tables as data frames.") { language, output, force };
        command.SetAction(result =>
        {
            var client = Find(result.GetRequiredValue(language));
            var path = result.GetValue(output) ?? client.File;
            OwnFiles.Write("--out", result.GetValue(force), (path, TextOf(client.File)));
            terminal.Out.Write($"{path}: {client.Use}\n");
            return ExitCode.Done;
        });
        return command;
    }

    private static (string Language, string File, string Use) Find(string typed)
    {
        var names = Clients.Select(client => client.Language).ToList();
        return names.IndexOf(typed.ToLowerInvariant()) is >= 0 and var index
            ? Clients[index]
            : throw new ConfigException(new Problem("abm client", 0, 0, "", $"there is no client for {Problem.Quote(typed)}{Spelling.Hint(typed, names)}; there are {string.Join(" and ", names)}"));
    }

    private static byte[] TextOf(string file)
    {
        using var resource = typeof(ClientCommand).Assembly.GetManifestResourceStream(file)!;
        using var text = new MemoryStream();
        resource.CopyTo(text);
        return text.ToArray();
    }
}
