using System.CommandLine;
using Agents;
using Experiments.Config;

namespace Commands;

/// <summary>The option of every command that brings models which the program was not built with.</summary>
internal static class ModelsOption
{
    public const string Name = "--models";

    public static Option<string[]> Make() => new(Name)
    {
        Description = "Models of an assembly that dotnet build wrote, or of those in a folder, beside the program's own; may be given more than once.",
        HelpName = "FILE",
        Recursive = true,
        // Once for each file: what follows is the command's.
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>The models of the program and those that its arguments name.</summary>
    /// <remarks>Read before all else: commands complain of models and list them.</remarks>
    /// <exception cref="ConfigException">A file cannot be used, or holds a model of a name that is taken.</exception>
    public static IReadOnlyList<ModelDefinition> Join(IReadOnlyList<ModelDefinition> own, string[] args)
    {
        var joined = own.ToList();
        foreach (var path in Paths(args))
        {
            foreach (var model in ModelFile.Load(path, Name))
            {
                if (joined.Exists(other => other.Name == model.Name))
                    throw new ConfigException(new Problem(Name, 0, 0, "", $"{Problem.Quote(path)} holds a model {Problem.Quote(model.Name)}, and there is one of that name already: rename it"));
                joined.Add(model);
            }
        }
        return joined;
    }

    /// <summary>What to give another <c>abm</c> so that it has the same models.</summary>
    public static IReadOnlyList<string> Words(ParseResult result) =>
        [.. (result.GetValue<string[]>(Name) ?? []).SelectMany(path => (string[])[Name, Path.GetFullPath(path)])];

    private static IEnumerable<string> Paths(string[] args)
    {
        for (var i = 0; i < args.Length && args[i] != "--"; i++)
        {
            if (args[i] == Name && i + 1 < args.Length)
                yield return args[++i];
            else if (args[i].StartsWith(Name + "=", StringComparison.Ordinal))
                yield return args[i][(Name.Length + 1)..];
        }
    }
}
