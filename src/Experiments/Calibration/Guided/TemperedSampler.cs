using Agents;
using Agents.Numerics;
using Agents.Random;
using MathNet.Numerics.LinearAlgebra;

namespace Experiments.Calibration.Guided;

/// <summary>
/// Draws from prior times likelihood by sequential Monte Carlo: a population begins as the prior, and the likelihood is let in
/// bit by bit, as much at a time as leaves half of the population's worth; each time it is resampled and moved (Del Moral, Doucet
/// and Jasra 2006, JRSS B 68: 411-436). It needs no tuning, finds several modes, and no chain has to find its way.
/// </summary>
/// <remarks>
/// It works where the prior is a standard normal distribution: a coordinate of the unit cube is the probability of one of its
/// numbers, so that no edge is in the way. A move keeps part of a point and draws the rest from a normal distribution with the
/// population's mean and covariance, and is accepted by the rule of Metropolis and Hastings (the preconditioned Crank-Nicolson
/// proposal of Cotter, Roberts, Stuart and White 2013, Statistical Science 28: 424-446, around that distribution). How much is drawn anew is a
/// draw itself, from a twentieth to all.
/// </remarks>
internal sealed class TemperedSampler
{
    private const int MovesOnTheWay = 10;
    private const int MovesAtTheEnd = 40;
    private const double WorthLeft = 0.5;
    private const int MostHalvings = 60;

    /// <summary>Added to variances, so that a population on a plane has a covariance with a root.</summary>
    private const double LeastVariance = 1e-8;

    private static readonly double LogLeastShare = Functions.Log(0.05);

    private readonly Func<double[], double> logLikelihood;
    private readonly Seed seed;
    private readonly ParallelOptions parallel;
    private readonly Member[] members;
    private double temperature;
    private uint moment;

    private TemperedSampler(Func<double[], double> logLikelihood, int dimensions, int count, Seed seed, int threads)
    {
        (this.logLikelihood, this.seed) = (logLikelihood, seed);
        parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        members = new Member[count];
        Parallel.For(0, count, parallel, i =>
        {
            var draws = Draws(i);
            var place = new double[dimensions];
            for (var k = 0; k < dimensions; k++)
                place[k] = draws.Normal();
            members[i] = At(place);
        });
    }

    /// <summary>One point of the population.</summary>
    /// <param name="Place">Where it is, under a standard normal prior.</param>
    /// <param name="Position">The same in the unit cube.</param>
    /// <param name="LogLikelihood">Of the data there.</param>
    private sealed record Member(double[] Place, double[] Position, double LogLikelihood);

    /// <summary>Points of the unit cube, all of one weight; their order says nothing, but neighbours may have an ancestor in common.</summary>
    /// <param name="logLikelihood">The logarithm of the likelihood at a point; called from many threads. NaN counts as impossible.</param>
    /// <param name="dimensions">Number of coordinates, 1 or more.</param>
    /// <param name="count">Points; some hundreds at least, and more than coordinates.</param>
    /// <param name="seed">The key of the draws.</param>
    /// <param name="threads">Threads, 1 or more; they change nothing in the result.</param>
    public static IReadOnlyList<double[]> Draw(Func<double[], double> logLikelihood, int dimensions, int count, Seed seed, int threads)
    {
        var sampler = new TemperedSampler(logLikelihood, dimensions, count, seed, threads);
        sampler.Temper();
        return [.. sampler.members.Select(member => member.Position)];
    }

    private void Temper()
    {
        while (temperature < 1)
        {
            var step = NextStep();
            var weights = Weights(step);
            temperature = step == 1 - temperature ? 1 : temperature + step;
            var cloud = new Cloud(members, weights);
            Resample(weights);
            for (var move = temperature < 1 ? MovesOnTheWay : MovesAtTheEnd; move > 0; move--)
            {
                moment++;
                Parallel.For(0, members.Length, parallel, i => members[i] = Move(members[i], cloud, Draws(i)));
            }
        }
    }

    /// <summary>How much more of the likelihood the population bears.</summary>
    private double NextStep()
    {
        var (low, high) = (0.0, 1 - temperature);
        if (Worth(Weights(high)) >= WorthLeft)
            return high;
        for (var halving = 0; halving < MostHalvings; halving++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Worth(Weights(middle)) >= WorthLeft ? (middle, high) : (low, middle);
        }
        return high;
    }

    private double[] Weights(double step)
    {
        var most = members.Max(member => member.LogLikelihood);
        var weights = new double[members.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Functions.Exp(Math.Max(step * (members[i].LogLikelihood - most), -700));
        return weights;
    }

    /// <summary>Effective sample size as a share of the population.</summary>
    private static double Worth(double[] weights)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var weight in weights)
            (sum, squares) = (sum + weight, squares + weight * weight);
        return sum * sum / squares / weights.Length;
    }

    /// <summary>Systematic resampling (Kitagawa 1996).</summary>
    private void Resample(double[] weights)
    {
        var draws = new Draws(seed, Model.ModelId, ++moment, Purpose.Posterior);
        var (start, total) = (draws.Uniform(), weights.Sum());
        var next = new Member[members.Length];
        var (sum, taken) = (0.0, 0);
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] / total * next.Length;
            for (; taken < next.Length && (start + taken < sum || i == weights.Length - 1); taken++)
                next[taken] = members[i];
        }
        next.CopyTo(members, 0);
    }

    private Member Move(Member member, Cloud cloud, Draws draws)
    {
        var drawn = Functions.Exp(LogLeastShare * draws.Uniform());
        var kept = Math.Sqrt(1 - drawn * drawn);
        var here = cloud.Whiten(member.Place);
        var there = new double[here.Length];
        for (var k = 0; k < there.Length; k++)
            there[k] = kept * here[k] + drawn * draws.Normal();
        var next = At(cloud.Place(there));
        var gain = temperature * (next.LogLikelihood - member.LogLikelihood)
            - 0.5 * (Square(next.Place) - Square(member.Place)) + 0.5 * (Square(there) - Square(here));
        return Functions.Log(1 - draws.Uniform()) < gain ? next : member;
    }

    private Member At(double[] place)
    {
        var position = new double[place.Length];
        var isInside = true;
        for (var k = 0; k < place.Length; k++)
        {
            position[k] = Functions.NormalCdf(place[k]);
            // The ends are left out: a prior without bounds has no value there.
            isInside &= position[k] is > 0 and < 1;
        }
        var logLikelihoodThere = isInside ? logLikelihood(position) : double.NaN;
        return new Member(place, position, double.IsNaN(logLikelihoodThere) ? double.MinValue : logLikelihoodThere);
    }

    private Draws Draws(int member) => new(seed, (uint)member, moment, Purpose.Posterior);

    private static double Square(double[] vector)
    {
        var sum = 0.0;
        foreach (var number in vector)
            sum += number * number;
        return sum;
    }

    /// <summary>The normal distribution with the weighted mean and covariance of a population.</summary>
    private sealed class Cloud
    {
        private readonly double[] mean;
        private readonly double[][] root;

        public Cloud(Member[] members, double[] weights)
        {
            var dimensions = members[0].Place.Length;
            var total = weights.Sum();
            mean = new double[dimensions];
            for (var i = 0; i < members.Length; i++)
            {
                for (var k = 0; k < dimensions; k++)
                    mean[k] += weights[i] / total * members[i].Place[k];
            }
            var covariance = new double[dimensions, dimensions];
            for (var i = 0; i < members.Length; i++)
            {
                for (var k = 0; k < dimensions; k++)
                {
                    for (var j = 0; j <= k; j++)
                        covariance[k, j] += weights[i] / total * (members[i].Place[k] - mean[k]) * (members[i].Place[j] - mean[j]);
                }
            }
            var factor = Matrix<double>.Build.Dense(dimensions, dimensions, (k, j) => covariance[Math.Max(k, j), Math.Min(k, j)] + (k == j ? LeastVariance : 0)).Cholesky().Factor;
            root = [.. Enumerable.Range(0, dimensions).Select(k => Enumerable.Range(0, k + 1).Select(j => factor[k, j]).ToArray())];
        }

        /// <summary>The standard normal numbers that a place stands for.</summary>
        public double[] Whiten(double[] place)
        {
            var white = new double[place.Length];
            for (var k = 0; k < white.Length; k++)
            {
                var rest = place[k] - mean[k];
                for (var j = 0; j < k; j++)
                    rest -= root[k][j] * white[j];
                white[k] = rest / root[k][k];
            }
            return white;
        }

        /// <summary>The place that standard normal numbers stand for.</summary>
        public double[] Place(double[] white)
        {
            var place = new double[white.Length];
            for (var k = 0; k < place.Length; k++)
            {
                place[k] = mean[k];
                for (var j = 0; j <= k; j++)
                    place[k] += root[k][j] * white[j];
            }
            return place;
        }
    }
}
