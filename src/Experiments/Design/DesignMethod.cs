namespace Experiments.Design;

/// <summary>How the rows of a design are made.</summary>
public enum DesignMethod
{
    /// <summary>No design: one row.</summary>
    None,

    /// <summary>Every level of a factor with every level of the others.</summary>
    FullFactorial,

    /// <summary>The first level of each factor, and then every other level of one factor after the other.</summary>
    OneAtATime,

    /// <summary>The rows of the config.</summary>
    List,

    /// <summary>The rows of a file.</summary>
    Csv,

    /// <summary>Independent draws.</summary>
    Random,

    /// <summary>Each factor's range in as many equally likely strata as there are rows, each met once (McKay, Beckman and Conover 1979).</summary>
    LatinHypercube,

    /// <summary>A Sobol' sequence (Joe and Kuo 2008).</summary>
    Sobol,

    /// <summary>Two samples and their mixtures, for Sobol' indices (Saltelli 2002).</summary>
    Saltelli,

    /// <summary>Trajectories that change one factor, or one group of them, at a time (Morris 1991).</summary>
    Morris,
}
