using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using Agents;

namespace Experiments.Config;

/// <summary>
/// Models in a compiled assembly that this program was not built with. Only what somebody names on the command line is ever
/// loaded: no config and no result directory names code.
/// </summary>
public static class ModelFile
{
    private const string Extension = ".dll";

    private static readonly string Framework = typeof(Model).Assembly.GetName().Name!;

    /// <summary>The definitions in an assembly, or in those of a folder, in the order of their names.</summary>
    /// <param name="path">An assembly compiled against this framework, or a folder that holds some; what it needs beside them.</param>
    /// <param name="option">What named it, for messages.</param>
    /// <returns>One or more.</returns>
    /// <exception cref="ConfigException">There is no such file, or no model in it, or it cannot be loaded.</exception>
    public static IReadOnlyList<ModelDefinition> Load(string path, string option)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        try
        {
            var files = Directory.Exists(full)
                ? Directory.EnumerateFiles(full, "*" + Extension).Where(IsBuiltOnTheFramework).Order(StringComparer.Ordinal).ToList()
                : File.Exists(full) ? [full] : throw Refusal(option, $"there is no file and no folder {Problem.Quote(path)}");
            List<ModelDefinition> found = [.. files.SelectMany(Definitions)];
            return found.Count > 0
                ? found
                : throw Refusal(option, $"{Problem.Quote(path)} holds no model: a model is a class with [Model], compiled against {Framework}{Extension}");
        }
        catch (BadImageFormatException)
        {
            throw Refusal(option, $"{Problem.Quote(path)} is no assembly of .NET: name the {Extension} that dotnet build wrote");
        }
        catch (Exception exception) when (Loading(exception) is { } cause)
        {
            throw Refusal(option, $"{Problem.Quote(path)} cannot be loaded: {cause.Message.TrimEnd('.')}. What it refers to has to stand beside it, built on this version of {Framework}{Extension}");
        }
    }

    /// <summary>True of an assembly that refers to the framework, and is not loaded anyway.</summary>
    private static bool IsBuiltOnTheFramework(string path)
    {
        using var stream = File.OpenRead(path);
        using var image = new PEReader(stream);
        if (!image.HasMetadata)
            return false;
        var metadata = image.GetMetadataReader();
        var name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        return metadata.AssemblyReferences.Any(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == Framework)
            && !AssemblyLoadContext.Default.Assemblies.Any(loaded => loaded.GetName().Name == name);
    }

    private static IEnumerable<ModelDefinition> Definitions(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var context = new AssemblyLoadContext(Path.GetFileNameWithoutExtension(path));
        // The framework and whatever else this program has is shared, so that its types are the same; the rest stands beside.
        context.Resolving += (_, name) => Path.Combine(folder, name.Name + Extension) is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        return from type in context.LoadFromAssemblyPath(path).GetTypes()
               where type.IsDefined(typeof(ModelAttribute), inherit: false) || type.IsSubclassOf(typeof(Model))
               orderby type.FullName
               let member = type.GetProperty("Definition", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
               where member is not null && member.PropertyType.IsAssignableTo(typeof(ModelDefinition))
               select (ModelDefinition)member.GetValue(null)!;
    }

    /// <summary>Why an assembly could not be loaded; null for another error.</summary>
    private static Exception? Loading(Exception exception) => exception switch
    {
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => first,
        FileLoadException or FileNotFoundException or TypeLoadException or MissingMemberException => exception,
        TargetInvocationException { InnerException: { } inner } => inner is TypeInitializationException { InnerException: { } cause } ? cause : inner,
        _ => null,
    };

    private static ConfigException Refusal(string option, string message) => new(new Problem(option, 0, 0, "", message));
}
