using Agents;

namespace Torture;

/// <summary>The models for whose agents the torture rules are.</summary>
public static class TortureModels
{
    /// <summary>Make one each.</summary>
    public static IReadOnlyList<Func<Model>> All { get; } = [() => new TortureModel(), () => new Herd(TortureModel.Rows)];
}
