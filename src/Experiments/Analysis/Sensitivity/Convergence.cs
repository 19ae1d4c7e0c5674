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

    /// <summary>All of the sample, or of one of its resamples, says the same: it could not have contradicted the estimate.</summary>
    NoSpread,

    /// <summary>The answer is the same in every row, so that there is nothing to share out.</summary>
    Constant,
}

/// <summary>Convergence in words.</summary>
public static class ConvergenceWords
{
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
        Convergence.Constant => "same answer in every row",
        _ => "",
    };
}
