namespace Agents.Benchmarks;

/// <summary>Where the sources lie.</summary>
internal static class Repository
{
    /// <summary>A folder of the repository's root, found upwards from the program.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not lie within the repository.</exception>
    public static string Find(string folder)
    {
        for (var parent = new DirectoryInfo(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
        {
            if (File.Exists(Path.Combine(parent.FullName, "Agents.sln")))
                return Path.Combine(parent.FullName, folder);
        }
        throw new DirectoryNotFoundException("The benchmarks run from within the repository: Agents.sln was not found upwards.");
    }
}
