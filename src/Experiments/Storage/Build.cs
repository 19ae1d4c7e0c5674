using System.Reflection;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>Which code makes results: two builds with equal text have the same instructions.</summary>
internal static class Build
{
    /// <summary>The version of this program.</summary>
    public static string Version =>
        typeof(Build).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>The version, and the identity of the code of the framework, the runner and the model.</summary>
    public static string Of(Study study)
    {
        var modules = new[] { typeof(Agents.Model).Module, typeof(Build).Module, ModelModule(study) };
        return $"{Version} {string.Join(' ', modules.Select(module => module.ModuleVersionId.ToString("N")))}";
    }

    /// <summary>The assembly that makes a study's model.</summary>
    public static ManifestAssembly ModelAssembly(Study study)
    {
        var module = ModelModule(study);
        var version = module.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        return new(module.Assembly.GetName().Name ?? "", plus < 0 ? version : version[..plus], plus < 0 ? "" : version[(plus + 1)..], module.ModuleVersionId.ToString("N"));
    }

    /// <summary>The code that makes the model is where its parameters are declared.</summary>
    private static Module ModelModule(Study study) => study.Model.NewParameters().GetType().Module;
}
