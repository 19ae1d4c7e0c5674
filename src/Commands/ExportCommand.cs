using System.CommandLine;
using System.Globalization;
using Experiments.Config;
using Experiments.Export;

namespace Commands;

/// <summary><c>abm export</c>: writes the tables of a result in another form.</summary>
internal static class ExportCommand
{
    public static Command Make(Terminal terminal)
    {
        var directory = new Argument<string>("directory") { Description = "The directory of a result." };
        var to = new Option<string>("--to") { Description = "parquet, or stata: CSV whose names have at most 32 characters, with a table of the names.", HelpName = "FORMAT", Required = true };
        var folder = new OutOption("The folder for the tables; the default is DIR/export/FORMAT.");
        var command = new Command("export", "Write the tables of a result, and those of its analysis, in another form. The result stays as it is.") { directory, to };
        folder.AddTo(command);
        command.SetAction(result =>
        {
            var export = StudyExport.Run(new ExportOptions
            {
                Directory = result.GetRequiredValue(directory),
                Format = Format(result.GetRequiredValue(to)),
                Folder = folder.Typed(result),
            });
            foreach (var (table, rows) in export.Tables)
                terminal.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{table}: {rows} rows\n"));
            if (export.Message.Length > 0)
                terminal.Error.WriteLine(export.Message);
            if (export.Folder is not null)
                terminal.Error.WriteLine($"Tables: {export.Folder}");
            return export.ExitCode;
        });
        return command;
    }

    private static ExportFormat Format(string typed)
    {
        var names = Enum.GetValues<ExportFormat>().ToDictionary(format => format.ToString().ToLowerInvariant());
        return names.TryGetValue(typed, out var format)
            ? format
            : throw new ConfigException(new Problem("--to", 0, 0, "", $"there is no format {Problem.Quote(typed)}{Spelling.Hint(typed, [.. names.Keys])}; the formats are {string.Join(", ", names.Keys)}"));
    }
}
