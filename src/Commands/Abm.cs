using Agents;

namespace Commands;

/// <summary>
/// The command <c>abm</c> for models of one's own. A program of one line, <c>return Abm.Run(args, MyModel.Definition);</c>, has
/// every command for its model: run, resume, calibrate, judge, submit to a cluster, describe, and so on.
/// </summary>
public static class Abm
{
    /// <summary>Runs what the arguments name, and says on standard error what is wrong with them.</summary>
    /// <param name="args">The arguments of the program: a command and its options, such as <c>run study.yaml</c>.</param>
    /// <param name="models">The models that a config can name, one or more; those of <c>--models FILE</c> join them.</param>
    /// <returns>
    /// The exit code: 0 done, 1 some runs failed or are missing, 2 an argument, a config or a directory cannot be used,
    /// 3 no room or a file system that was lost, 130 and 143 stopped by a signal.
    /// </returns>
    /// <exception cref="ArgumentException">There is no model, or two are called the same.</exception>
    public static int Run(string[] args, params IReadOnlyList<ModelDefinition> models)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 0)
            throw new ArgumentException("A program needs a model: name its Definition.", nameof(models));
        if (models.GroupBy(model => model.Name).FirstOrDefault(named => named.Count() > 1) is { } twice)
            throw new ArgumentException($"Two models are called {twice.Key}.", nameof(models));
        return Startup.Run(args, models);
    }
}
