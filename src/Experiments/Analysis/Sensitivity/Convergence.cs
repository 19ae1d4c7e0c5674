namespace Experiments.Analysis.Sensitivity;

/// <summary>Whether an estimate can be relied upon, and where not, why.</summary>
public enum Convergence
{
    /// <summary>Its interval is narrow enough.</summary>
    Converged,

    /// <summary>Its interval is too wide: take more points.</summary>
    TooWide,

    /// <summary>It contradicts another index: take more points.</summary>
    Contradictory,

    /// <summary>The sample never moved the factor, and so says nothing of it.</summary>
    NeverMoved,

    /// <summary>All of the sample says the same: it could not have contradicted the estimate.</summary>
    NoSpread,

    /// <summary>What varies is so rare that a resample may miss it: take more points or replications.</summary>
    TooRare,

    /// <summary>Rows share the random numbers of too few replications, so that chance cannot be told from effect.</summary>
    FewReplications,

    /// <summary>Rows differ hardly more than by the noise of their replications, so that there is next to nothing to share out.</summary>
    OnlyChance,

    /// <summary>The answer is the same in every row, so that there is nothing to share out.</summary>
    Constant,
}

/// <summary>Convergence in words.</summary>
public static class ConvergenceWords
{
    /// <summary>Replications below which nothing is said to have converged where rows share their random numbers (assumed).</summary>
    public const int FewestReplications = 5;

    /// <summary>converged, not converged or constant.</summary>
    public static string Word(this Convergence convergence) => convergence switch
    {
        Convergence.Converged => "converged",
        Convergence.Constant => "constant",
        _ => "not converged",
    };

    /// <summary>Why an estimate has not converged; empty where it has.</summary>
    public static string Reason(this Convergence convergence) => convergence switch
    {
        Convergence.TooWide => "interval too wide",
        Convergence.Contradictory => "total below first order",
        Convergence.NeverMoved => "factor never moved",
        Convergence.NoSpread => "no spread in the sample",
        Convergence.TooRare => "too rare: a resample misses it",
        Convergence.FewReplications => "too few replications",
        Convergence.OnlyChance => "rows hardly differ but by chance",
        Convergence.Constant => "same answer in every row",
        _ => "",
    };
}
