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

    /// <summary>The code that makes the model is where its parameters are declared.</summary>
    private static Module ModelModule(Study study) => study.Model.NewParameters().GetType().Module;
}
