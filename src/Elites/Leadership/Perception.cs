namespace Elites.Leadership;

/// <summary>
/// The correlation between the hazard that the leader perceives and the true one over the run so far (Welford's running
/// moments).
/// </summary>
internal sealed class Perception : IPersistent
{
    private double count;
    private double perceivedMean;
    private double trueMean;
    private double perceivedSquares;
    private double trueSquares;
    private double products;

    /// <summary>-1 to 1; 0 as long as one of the two has not moved.</summary>
    public double Correlation =>
        perceivedSquares > 0 && trueSquares > 0 ? products / Math.Sqrt(perceivedSquares * trueSquares) : 0;

    /// <summary>Takes in one reckoning.</summary>
    public void Note(double perceived, double actual)
    {
        count++;
        var (offPerceived, offTrue) = (perceived - perceivedMean, actual - trueMean);
        perceivedMean += offPerceived / count;
        trueMean += offTrue / count;
        perceivedSquares += offPerceived * (perceived - perceivedMean);
        trueSquares += offTrue * (actual - trueMean);
        products += offPerceived * (actual - trueMean);
    }

    public void Persist(Checkpoint state)
    {
        (count, perceivedMean, trueMean) = (state.Value(count), state.Value(perceivedMean), state.Value(trueMean));
        (perceivedSquares, trueSquares, products) = (state.Value(perceivedSquares), state.Value(trueSquares), state.Value(products));
    }
}
